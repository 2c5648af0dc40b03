import type { Cell } from '#core/cell.ts';
import { openXlsx } from '#workbook/xlsx/xlsx-workbook.ts';
import { bytesOf } from '../../kit/return-file.ts';

/** A workbook file with some of its cells written over, by the name of a sheet and zero-based places. */
export const filledFile = async (
  bytes: Uint8Array,
  sheetName: string,
  cells: readonly (readonly [row: number, column: number, value: Cell])[],
): Promise<Uint8Array> => {
  const opened = await openXlsx(bytes);
  if (!opened.ok) throw new Error(opened.failure.kind);
  const survey = await opened.value.survey();
  const sheet = survey.ok ? survey.value.find(({ name }) => name === sheetName)?.id : undefined;
  if (sheet === undefined) throw new Error(`no sheet ${sheetName}`);
  await opened.value.apply(cells.map(([row, column, value]) => ({ sheet, cell: { row, column }, value })));
  return bytesOf(opened.value);
};

/** Where the cell of a row and column heading stands: by the row's key and the hidden field id. */
export const spotIn = async (
  bytes: Uint8Array,
  sheetName: string,
  key: string,
  field: string,
): Promise<readonly [number, number]> => {
  const opened = await openXlsx(bytes);
  if (!opened.ok) throw new Error(opened.failure.kind);
  const survey = await opened.value.survey();
  const sheet = survey.ok ? survey.value.find(({ name }) => name === sheetName)?.id : undefined;
  const grid = sheet === undefined ? undefined : await opened.value.read(sheet);
  if (!grid?.ok) throw new Error(`no sheet ${sheetName}`);
  const row = grid.value.findIndex((line) => line.includes(key));
  const column = grid.value.map((line) => line.indexOf(field)).find((at) => at >= 0) ?? -1;
  if (row < 0 || column < 0) throw new Error(`no ${key} ${field} in ${JSON.stringify(grid.value.slice(0, 12))}`);
  return [row, column];
};
