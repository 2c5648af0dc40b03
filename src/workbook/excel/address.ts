import type { Area } from '#core/cell.ts';
import type { Spot } from '../workbook.ts';

/**
 * The rectangle that an event's address means (`B2`, `$B$2:D9`, `'A sheet'!B2`); `undefined` for whole rows or columns,
 * several areas, or anything else: then the whole sheet may have changed.
 */
export const areaOfAddress = (address: string): Area | undefined => {
  const local = address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
  const parts = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/i.exec(local);
  if (!parts) return undefined;
  const [, firstColumn = '', firstRow = '', lastColumn = firstColumn, lastRow = firstRow] = parts;
  const [left, right] = [columnIndex(firstColumn), columnIndex(lastColumn)].sort((a, b) => a - b) as [number, number];
  const [top, bottom] = [Number(firstRow) - 1, Number(lastRow) - 1].sort((a, b) => a - b) as [number, number];
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
};

const columnIndex = (letters: string): number =>
  [...letters.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The one cell at a spot, as an area. */
export const areaOfSpot = ({ row, column }: Spot): Area => ({ row, column, rows: 1, columns: 1 });

/**
 * The range of an area. It is not tracked: a batch here ends with its only sync, and every tracked range would cost
 * two more actions and a clean-up request.
 */
export const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Area): Excel.Range => {
  const range = sheet.getRangeByIndexes(row, column, rows, columns);
  range.untrack();
  return range;
};
