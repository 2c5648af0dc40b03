import { failed, ok, type Result } from '#core/result.ts';
import { isTooLong } from '../cell-content.ts';
import type { PlacedPlan, SheetId, WorkbookFailure } from '../workbook.ts';
import { drawContent, type PreparedSheet } from './draw-content.ts';
import { drawLooks } from './draw-looks.ts';
import { drawPrint } from './draw-print.ts';
import { prepareSheets, protect } from './draw-sheets.ts';
import { isTooLarge } from './failures.ts';
import type { Batch } from './run.ts';
import { mendTextCells } from './text-cells.ts';

/**
 * Draws plans: at most five syncs and one for each 20,000 cells; over a sheet that stands, those that text cells take too. Excel does not take back what a failed sync has done,
 * so every step can be done again; sheets added by a drawing that fails are taken away.
 */
export const draw = async (
  batch: Batch,
  plans: readonly PlacedPlan[],
): Promise<Result<readonly SheetId[], WorkbookFailure>> => {
  if (plans.length === 0) return ok([]);
  const cells = plans.flatMap(({ plan }) => plan.blocks.flatMap(({ content }) => content.flat()));
  if (cells.some(isTooLong)) return failed({ kind: 'too-large' });
  const prepared = await prepareSheets(batch, plans);
  if (!prepared.ok) return prepared;
  const { sheets, othersInView, undo } = prepared.value;
  try {
    await drawContent(batch, sheets);
    for (const { id, plan, standing } of sheets) if (standing) await mendTextCells(batch, id, plan);
    await drawAllLooks(batch, sheets, othersInView);
    await drawPrint(batch, sheets);
    await protectAll(batch, sheets);
  } catch (error) {
    await undo();
    throw error;
  }
  return ok(sheets.map(({ id }) => id));
};

const drawAllLooks = async (batch: Batch, sheets: readonly PreparedSheet[], othersInView: boolean): Promise<void> => {
  try {
    await batch((context) => {
      context.workbook.application.suspendApiCalculationUntilNextSync();
      for (const { id, plan, standing } of sheets) {
        const sheet = context.workbook.worksheets.getItem(id);
        drawLooks(sheet, plan, standing);
        if (plan.visibility === 'visible' && standing) sheet.visibility = 'Visible';
        if (plan.visibility === 'hidden' && othersInView) sheet.visibility = 'Hidden';
      }
      return () => undefined;
    });
  } catch (error) {
    if (!isTooLarge(error) || sheets.length < 2) throw error;
    for (const sheet of sheets) await drawAllLooks(batch, [sheet], othersInView);
  }
};

/** Last, because nothing can be drawn on a protected sheet. Not repeatable: Excel refuses to protect twice. */
const protectAll = async (batch: Batch, sheets: readonly PreparedSheet[]): Promise<void> => {
  const toProtect = sheets.filter(({ plan }) => plan.protection);
  if (toProtect.length === 0) return;
  await batch((context) => {
    for (const { id } of toProtect) protect(context.workbook.worksheets.getItem(id));
    return () => undefined;
  }, 'once');
};
