/** The path of a Chromium (CHROMIUM when set, else one of the usual places), or `undefined`. */
export function findChromium(): string | undefined;
