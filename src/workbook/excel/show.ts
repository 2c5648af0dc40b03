import { failed, ok, type Result } from '#core/result.ts';
import type { SheetId, Spot, WorkbookFailure } from '../workbook.ts';
import { areaOfSpot, rangeOf } from './address.ts';
import { isExcelError } from './failures.ts';
import type { Batch } from './run.ts';

/** Brings a sheet to the front; one that is hidden is shown first, because Excel activates no hidden sheet. */
export const show = async (batch: Batch, id: SheetId, spot?: Spot): Promise<Result<void, WorkbookFailure>> => {
  const visible = await batch((context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id).load('visibility');
    return () => (sheet.isNullObject ? undefined : sheet.visibility === 'Visible');
  });
  if (visible === undefined) return failed({ kind: 'gone' });
  await batch((context) => {
    const sheet = context.workbook.worksheets.getItem(id);
    if (!visible) sheet.visibility = 'Visible';
    sheet.activate();
    if (spot) rangeOf(sheet, areaOfSpot(spot)).select();
    return () => undefined;
  });
  return ok(undefined);
};

/** Where the person stands. Several areas, a chart or another workbook in hand are nothing sensible: `undefined`. */
export const selection = async (
  batch: Batch,
): Promise<Result<{ readonly sheet: SheetId; readonly cell: Spot } | undefined, WorkbookFailure>> => {
  try {
    const found = await batch((context) => {
      const cell = context.workbook.getActiveCell().load('rowIndex,columnIndex');
      cell.untrack();
      const sheet = cell.worksheet.load('id');
      return () => ({ sheet: sheet.id, cell: { row: cell.rowIndex, column: cell.columnIndex } });
    });
    return ok(found);
  } catch (error) {
    if (isExcelError(error) && (error.code === 'InvalidSelection' || error.code === 'ItemNotFound')) {
      return ok(undefined);
    }
    throw error;
  }
};
