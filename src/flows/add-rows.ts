import { failed, ok } from '#core/result.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';
import { planRedrawing } from './redraw-return.ts';

/**
 * Adds lines at the end of an open table, with numbers, drop-downs, colours and status, and widens the check and
 * summary sheets to them. Nothing typed is touched. Answers how many lines were added.
 */
export const addRows = async (desk: Desk, open: OpenReturn, count: number): Promise<FlowResult<number>> => {
  if (open.instrument.rows.kind !== 'open' || count < 1) return ok(0);
  const redrawing = await planRedrawing(desk, open, count);
  if (!redrawing.ok) return redrawing;
  const { plans, found } = redrawing.value;
  const drawn = fromWorkbook(await desk.workbook.draw(plans));
  if (!drawn.ok) return drawn;
  // Numbers belong to the lines that have them: drawing over a table writes none, so the new ones are given here.
  const first = found.keys.length - count;
  const numbers = found.keys.slice(first).map((key, at) => ({
    sheet: open.sheets.entry,
    cell: { row: found.entry.firstRow + first + at, column: found.entry.column('#key') },
    value: Number(key),
  }));
  if (numbers.some(({ value }) => !Number.isInteger(value))) return failed({ kind: 'sheet-damaged' });
  const applied = fromWorkbook(await desk.workbook.apply(numbers));
  return applied.ok ? ok(count) : applied;
};
