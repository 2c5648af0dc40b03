import { ok, type Result } from '#core/result.ts';
import type { SheetGlance, WorkbookFailure } from '../workbook.ts';
import { rangeOf } from './address.ts';
import { isExcelError } from './failures.ts';
import { gridOf } from './grid.ts';
import type { Batch } from './run.ts';

const corner = { row: 0, column: 0, rows: 12, columns: 16 };

/** All sheets with their corners, in two syncs. A sheet that vanishes between them starts it again, once. */
export const survey = async (batch: Batch): Promise<Result<readonly SheetGlance[], WorkbookFailure>> => {
  try {
    return ok(await glances(batch));
  } catch (error) {
    if (!isExcelError(error) || error.code !== 'ItemNotFound') throw error;
    return ok(await glances(batch));
  }
};

const glances = async (batch: Batch): Promise<readonly SheetGlance[]> => {
  const sheets = await batch(sheetList);
  return batch((context) => {
    const corners = sheets.map(({ id }) => rangeOf(context.workbook.worksheets.getItem(id), corner).load('values'));
    return () =>
      sheets.map(({ id, name, visible }, at) => ({ id, name, visible, corner: gridOf(corners[at]?.values ?? []) }));
  });
};

export interface ListedSheet {
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
}

/** Loads which sheets there are. */
export const sheetList = (context: Excel.RequestContext): (() => readonly ListedSheet[]) => {
  const sheets = context.workbook.worksheets.load('items/id,items/name,items/visibility');
  return () => sheets.items.map(({ id, name, visibility }) => ({ id, name, visible: visibility === 'Visible' }));
};
