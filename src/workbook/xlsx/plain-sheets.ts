import { writeXlsx, type Cell as FileCell } from 'hucre/xlsx';
import type { Grid } from '#core/cell.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { isTooLong } from '../cell-content.ts';
import { fileCell } from './file-cell.ts';
import { partsOf } from './guard.ts';
import { readParts } from './read-parts.ts';
import type { XlsxRefusal } from './refusal.ts';

/** A sheet that is only values; its name is one that Excel accepts. */
export interface PlainSheet {
  readonly name: string;
  readonly grid: Grid;
}

/**
 * A workbook file of plain values, in this order. Text stays text, also when it looks like a number, an error or a
 * formula, and its cells are formatted as text so that what a person types there stays as typed. Throws on a text of
 * more than 32,767 characters: no cell takes it.
 */
export const writeSheets = (sheets: readonly PlainSheet[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map(({ name, grid }) => ({ name, rows: [], cells: cellsOf(name, grid) })) });

/**
 * The sheets of a workbook file, in their order, hidden ones too: values as typed, dates as serial numbers, errors as
 * their text. The file may be a stranger's.
 */
export const readSheets = async (bytes: Uint8Array): Promise<Result<readonly PlainSheet[], XlsxRefusal>> => {
  const parts = partsOf(bytes);
  if (!parts.ok) return parts;
  const read = await readParts(parts.value, 'all');
  return read.ok ? ok(read.value.sheets.map(({ name, grid }) => ({ name, grid }))) : failed(read.failure);
};

const cellsOf = (name: string, grid: Grid): Map<string, Partial<FileCell>> => {
  const cells = new Map<string, Partial<FileCell>>();
  grid.forEach((row, at) =>
    row.forEach((value, column) => {
      if (value === null) return;
      if (isTooLong(value)) throw new Error(`a text on ${name} is too long for a cell`);
      const style = typeof value === 'string' ? { style: { numFmt: '@' } } : {};
      cells.set(`${at},${column}`, { ...fileCell(value), ...style });
    }),
  );
  return cells;
};
