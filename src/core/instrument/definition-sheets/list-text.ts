/** Several texts in one cell, parted by semicolons; one that would not come back whole stands in quotation marks. */
export const printList = (texts: readonly string[]): string =>
  texts.map((text) => (/^\s|\s$|[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('; ');

/** Reads what `printList` writes; line breaks part as semicolons do. `undefined` when a quotation mark is not closed. */
export const parseList = (text: string): readonly string[] | undefined => {
  const texts: string[] = [];
  const form = /\s*(?:"((?:[^"]|"")*)"\s*(?=[;\r\n]|$)|([^"\s;][^;\r\n]*)|(?=[;\r\n]|$))[;\r\n]?/y;
  while (form.lastIndex < text.length) {
    const found = form.exec(text);
    if (!found) return undefined;
    const [, quoted, plain] = found;
    if (quoted !== undefined) texts.push(quoted.replaceAll('""', '"'));
    else if (plain !== undefined) texts.push(plain.trimEnd());
  }
  return texts;
};
