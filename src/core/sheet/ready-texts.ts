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

/** What `dayTextFormula` comes to: 14/11/2008 as 2008-11-14, any other text as it is. */
export const dayText = (text: string): string => {
  const [, day, month, year] = /^(.{1,2}?)\/(.{1,2})\/(.{4})$/s.exec(text) ?? [];
  if (day === undefined || month === undefined) return text;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};
