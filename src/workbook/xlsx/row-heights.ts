import type { Cell as FileCell } from 'hucre/xlsx';

/** Points of one line of text in the plain size, and how many characters fit where ten are reckoned. */
const lineHeight = 15;
const fit = 1.1;

/** As high as Excel makes a row. */
const highest = 409;

/**
 * The heights, in points, of rows in which a text is wrapped into several lines, by row; the others are as high as one
 * line and left to the program that opens the file. Reckoned from the number of characters: programs that do not
 * measure a file's texts when they open it would lay them over each other.
 */
export const rowHeights = (
  cells: ReadonlyMap<string, Partial<FileCell>>,
  widthOf: (column: number) => number,
): ReadonlyMap<number, number> => {
  const heights = new Map<number, number>();
  for (const [key, { value, formulaResult, style }] of cells) {
    const shown = value ?? formulaResult;
    if (style?.alignment?.wrapText !== true || typeof shown !== 'string') continue;
    const [row = 0, column = 0] = key.split(',').map(Number);
    const lines = linesOf(shown, widthOf(column) * fit);
    if (lines > 1) heights.set(row, Math.max(heights.get(row) ?? 0, Math.min(highest, lines * lineHeight)));
  }
  return heights;
};

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((lines, paragraph) => lines + Math.max(1, Math.ceil(paragraph.length / width)), 0);
