/** The manifest's text with its addresses at `origin`, e.g. `https://localhost:3443`. */
export function manifestFor(text: string, origin: string): string;
