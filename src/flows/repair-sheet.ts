import { ok } from '#core/result.ts';
import type { SheetRole } from '#core/sheet/sheet-plan.ts';
import type { Loss } from '../workbook/workbook.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';
import { planRedrawing } from './redraw-return.ts';

/** What a repair has mended. */
export interface Repair {
  /** On the entry sheet, counted by kind; empty when nothing was lost. */
  readonly entry: readonly Loss[];
  /** Formulas and words that were lost on the hidden sheets and the summary: cells. */
  readonly workings: number;
  /** Sheets that were gone and are drawn again. */
  readonly sheets: readonly SheetRole[];
}

/**
 * Puts right what a paste, a sort, inserted rows or a copied sheet have spoilt: drop-downs and help, text format, colours, headings,
 * the hidden row of ids, status formulas, widths, panes, print set-up, and the sheets that work behind. Rows and columns
 * stay where they are, and nothing that was typed is changed.
 */
export const repairSheet = async (desk: Desk, open: OpenReturn): Promise<FlowResult<Repair>> => {
  const redrawing = await planRedrawing(desk, open);
  if (!redrawing.ok) return redrawing;
  const { plans } = redrawing.value;
  const entries = plans.filter(({ plan }) => plan.role === 'entry');
  const entry = fromWorkbook(await desk.workbook.lost(entries));
  if (!entry.ok) return entry;
  const workings = fromWorkbook(await desk.workbook.lost(plans.filter((placed) => !entries.includes(placed))));
  if (!workings.ok) return workings;
  const drawn = fromWorkbook(await desk.workbook.draw(plans));
  if (!drawn.ok) return drawn;
  return ok({
    entry: entry.value,
    workings: workings.value.reduce((sum, { kind, count }) => (kind === 'colours' ? sum : sum + count), 0),
    sheets: plans.flatMap(({ plan, at }) => (at === undefined ? [plan.role] : [])),
  });
};
