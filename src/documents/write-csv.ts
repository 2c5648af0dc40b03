import type { Cell } from '#core/cell.ts';

/** Stands before the first line of a file, so that Excel reads it as UTF-8: without it, every accent is spoilt. */
export const csvMark = '\uFEFF';

/**
 * One line of a CSV file (RFC 4180: commas, quotation marks doubled, CR LF; what a reader could take for another separator is quoted too), in: cells, blank ones `null`. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it, so that nothing a stranger typed is ever
 * calculated; numbers stay as they are, those below zero too.
 */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

const csvCell = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n\uFEFF]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * What begins a formula, in wide and small letters too, also behind blanks and signs that nobody sees: some spreadsheets
 * drop them, as they do with tabs and line breaks.
 */
const formula = /^[\s\p{C}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]|^\p{Cc}/u;
