import type { PrintPlan } from '#core/sheet/sheet-plan.ts';
import { rangeOf } from './address.ts';
import type { PreparedSheet } from './draw-content.ts';
import { isExcelError } from './failures.ts';
import type { Batch } from './run.ts';

/**
 * Sets sheets up for printing, in one sync of its own. A computer without a printer, or with one that has no A4, refuses
 * it: a sheet that prints in another way is still drawn.
 */
export const drawPrint = async (batch: Batch, sheets: readonly PreparedSheet[]): Promise<void> => {
  const toPrint = sheets.flatMap(({ id, plan: { print } }) => (print ? [{ id, print }] : []));
  if (toPrint.length === 0) return;
  try {
    await batch((context) => {
      for (const { id, print } of toPrint) setPrint(context.workbook.worksheets.getItem(id), print);
      return () => undefined;
    });
  } catch (error) {
    if (!isExcelError(error)) throw error;
  }
};

const setPrint = (sheet: Excel.Worksheet, { landscape, area, repeatedRows }: PrintPlan): void => {
  const { pageLayout } = sheet;
  pageLayout.setPrintArea(rangeOf(sheet, area));
  if (repeatedRows) pageLayout.setPrintTitleRows(`$${repeatedRows.first + 1}:$${repeatedRows.last + 1}`);
  pageLayout.orientation = landscape ? 'Landscape' : 'Portrait';
  pageLayout.zoom = { horizontalFitToPages: 1 };
  pageLayout.paperSize = 'A4';
};
