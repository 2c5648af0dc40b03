/** What `partsFormula` comes to, in: a text normal form, out: its parts in lower case, each between semicolons. */
export const partsText = (text: string): string => {
  const parted = text
    .toLowerCase()
    .replace(/[,\r\n]/g, ';')
    .replace(/; /g, ';')
    .replace(/ ;/g, ';')
    .replace(/;/g, ';;');
  return `;${parted};`;
};

/** What `dayTextFormula` comes to: 14/11/2008 as 2008-11-14, a text too short for a day as '', any other as it is. */
export const dayText = (text: string): string => {
  const short = text.charAt(1) === '/' ? 1 : 0;
  const fromMonth = text.length - 8 + short;
  if (text.length < 5) return '';
  if (text.charAt(2 - short) !== '/' || text.charAt(text.length - 5) !== '/') return text;
  const noughts = 10 - text.length - short;
  if (noughts < 0 || fromMonth < 0) return '';
  const month = '0'.repeat(noughts) + text.slice(3 - short, 3 - short + fromMonth);
  return `${text.slice(-4)}-${month}-${short ? '0' : ''}${text.slice(0, 2 - short)}`;
};
