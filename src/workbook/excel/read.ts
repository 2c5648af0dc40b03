import type { Area, Grid } from '#core/cell.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { SheetId, WorkbookFailure } from '../workbook.ts';
import { rangeOf } from './address.ts';
import { halvesOf } from '../areas.ts';
import { bandsOf, cellsPerRead } from './chunks.ts';
import { isTooLarge } from './failures.ts';
import { gridOf } from './grid.ts';
import type { Batch } from './run.ts';

/** Most sheets fit into this: they are read in the one sync that also asks how large they are. */
const firstLook: Area = { row: 0, column: 0, rows: 150, columns: 20 };

/** Values from A1 to the end of what is used, in one sync and, for a large sheet, one for each 50,000 cells. */
export const read = async (batch: Batch, sheet: SheetId): Promise<Result<Grid, WorkbookFailure>> => {
  const first = await look(batch, sheet);
  if (first === 'gone') return failed({ kind: 'gone' });
  if (first === undefined) return ok([]);
  const { used, values } = first;
  if (values && used.rows <= firstLook.rows && used.columns <= firstLook.columns) {
    return ok(values.slice(0, used.rows).map((row) => row.slice(0, used.columns)));
  }
  const rows: (readonly (string | number | boolean | null)[])[] = [];
  for (const band of bandsOf(used, cellsPerRead)) rows.push(...(await readBand(batch, sheet, band)));
  return ok(rows);
};

/** How far the sheet is used (from A1) and what its first part holds; `values` is missing where that is too large. */
const look = async (
  batch: Batch,
  id: SheetId,
): Promise<{ readonly used: Area; readonly values?: Grid } | 'gone' | undefined> => {
  const ask = (withValues: boolean) =>
    batch((context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id).load('id');
      const range = sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount');
      range.untrack();
      const part = withValues ? rangeOf(sheet, firstLook).load('values') : undefined;
      return () => {
        if (sheet.isNullObject) return 'gone';
        if (range.isNullObject) return undefined;
        const { rowIndex, columnIndex, rowCount, columnCount } = range;
        const used = { row: 0, column: 0, rows: rowIndex + rowCount, columns: columnIndex + columnCount };
        return part ? { used, values: gridOf(part.values) } : { used };
      };
    });
  try {
    return await ask(true);
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return ask(false);
  }
};

/** One band; halved as long as Excel finds it too large, by an error or by answering nothing. */
const readBand = async (batch: Batch, sheet: SheetId, area: Area): Promise<Grid> => {
  const halves = halvesOf(area);
  try {
    const values = await batch((context) => {
      const range = rangeOf(context.workbook.worksheets.getItem(sheet), area).load('values');
      return () => range.values as unknown[][] | null;
    });
    if (values !== null || !halves) return gridOf(values ?? [[]]);
  } catch (error) {
    if (!isTooLarge(error) || !halves) throw error;
  }
  const [one, other] = [await readBand(batch, sheet, halves[0]), await readBand(batch, sheet, halves[1])];
  return area.rows > 1 ? [...one, ...other] : one.map((row, at) => [...row, ...(other[at] ?? [])]);
};
