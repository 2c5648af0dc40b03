import type { Area } from '../cell.ts';

/** Column letters of a zero-based column: 0 is A, 26 is AA. */
export const columnLetters = (column: number): string =>
  (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** `$D$8` of a zero-based cell. */
export const fixedCell = (row: number, column: number): string => `$${columnLetters(column)}$${row + 1}`;

/** `D8` of a zero-based cell: moves with the cell it is used in. */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** `$D$8:$F$20`. */
export const fixedArea = ({ row, column, rows, columns }: Area): string =>
  `${fixedCell(row, column)}:${fixedCell(row + rows - 1, column + columns - 1)}`;

/** A sheet's name before a reference, always quoted: `'Pupil counts'!`. */
export const onSheet = (name: string): string => `'${name.replace(/'/g, "''")}'!`;

/** A text inside a formula, with its quotation marks. Excel takes at most 255 characters in one. */
export const quotedText = (text: string): string => `"${text.replace(/"/g, '""')}"`;
