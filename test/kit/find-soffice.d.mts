/** The path of LibreOffice's program (SOFFICE when set, else on the path or a usual place), or `undefined`. */
export function findSoffice(): string | undefined;
