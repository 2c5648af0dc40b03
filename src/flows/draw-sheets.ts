import { ok } from '#core/result.ts';
import type { SheetPlan, SheetRole } from '#core/sheet/sheet-plan.ts';
import type { SheetId } from '../workbook/workbook.ts';
import type { OpenReturn, ReadingDesk } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';

/** Draws the plans of one return as new sheets, and says which sheet is which. */
export const drawSheets = async (
  desk: ReadingDesk,
  plans: readonly SheetPlan[],
): Promise<FlowResult<OpenReturn['sheets']>> => {
  const drawn = fromWorkbook(await desk.workbook.draw(plans.map((plan) => ({ plan }))));
  if (!drawn.ok) return drawn;
  const ids: Partial<Record<SheetRole, SheetId>> = {};
  plans.forEach((plan, at) => {
    const id = drawn.value[at];
    if (id !== undefined) ids[plan.role] = id;
  });
  const { entry } = ids;
  if (entry === undefined) throw new Error('a return is drawn without an entry sheet');
  return ok({ ...ids, entry });
};
