import { failed, ok, type Result } from '#core/result.ts';
import type { SheetId, WorkbookFailure } from '../workbook.ts';
import type { Batch } from './run.ts';

/**
 * Loads whether a filter hides rows of a sheet. Excel misplaces what is written over such rows as a block: nothing is
 * drawn over the sheet until they show, and cells are written one by one.
 */
export const filterOf = (sheet: Excel.Worksheet): (() => boolean) => {
  const filter = sheet.autoFilter.load('isDataFiltered');
  return () => filter.isDataFiltered;
};

/** Fails where one of these sheets is filtered. A sheet that is gone is not. */
export const mayDrawOver = async (
  batch: Batch,
  sheets: readonly SheetId[],
): Promise<Result<void, WorkbookFailure>> => {
  const filtered = await batch((context) => {
    const states = sheets.map((id) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id).load('name');
      return { sheet, isFiltered: filterOf(sheet) };
    });
    return () => states.find(({ sheet, isFiltered }) => !sheet.isNullObject && isFiltered())?.sheet.name;
  });
  return filtered === undefined ? ok(undefined) : failed({ kind: 'filtered', sheet: filtered });
};
