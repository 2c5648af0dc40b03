/**
 * What a cell holds, as typed: text, number, boolean; `null` is a blank cell.
 * An error value of the spreadsheet is its text (`#N/A`); a date is its serial number.
 */
export type Cell = string | number | boolean | null;

/** A rectangle of cells, row by row; every row has the same length. */
export type Grid = readonly (readonly Cell[])[];

/** A rectangle on a sheet. Zero-based: `{ row: 0, column: 0, rows: 1, columns: 1 }` is A1. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}
