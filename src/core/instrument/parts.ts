/** What may stand between several choices in one cell: semicolons, commas, line breaks. */
const partition = /[;,\r\n]/;

/**
 * The parts of a cell in which several choices may stand, in: its text normal form, out: each part in the normal form,
 * empty ones left out: `"Art; ;PE;"` is Art and PE. A form's export parts by semicolons or commas.
 */
export const partsOf = (text: string): readonly string[] =>
  text
    .split(partition)
    .map((part) => part.replace(/^ +| +$/g, ''))
    .filter((part) => part !== '');
