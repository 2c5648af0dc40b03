import { failed, ok } from '#core/result.ts';
import { readCopiedLine, type CopiedCell } from '#core/sheet/copied-answers.ts';
import { layoutAsFound } from '#core/sheet/layout-as-found.ts';
import type { FoundLayout } from '#core/sheet/plan-context.ts';
import { readEntry } from '#core/sheet/read-entry.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames, type SheetNames } from '#core/sheet/sheet-names.ts';
import type { SheetRole } from '#core/sheet/sheet-plan.ts';
import type { PlacedPlan } from '../workbook/workbook.ts';
import type { Desk, OpenReturn, ReadingDesk } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';

/** The sheets of a return that stands, planned anew for where its rows and columns are by now. */
export interface Redrawing {
  readonly plans: readonly PlacedPlan[];
  readonly found: FoundLayout;
}

/** What people read in their own order and what holds what they wrote is drawn only where it is gone. */
const keptAsTheyAre: readonly SheetRole[] = ['guide', 'record'];

/**
 * Plans the return anew over its sheets: the entry sheet keeps everything typed, and rows and columns stay where they
 * are; sheets that are gone are drawn again. `more` lines are added to an open table. Changes nothing yet.
 */
export const planRedrawing = async (desk: Desk, open: OpenReturn, more = 0): Promise<FlowResult<Redrawing>> => {
  const entry = fromWorkbook(await desk.workbook.read(open.sheets.entry));
  if (!entry.ok) return entry;
  const found = layoutAsFound(entry.value, open.instrument, more);
  if (found === undefined) return failed({ kind: 'sheet-damaged' });
  const copied = await copiedOf(desk, open);
  if (!copied.ok) return copied;
  const names = await standingNames(desk, open);
  if (!names.ok) return names;
  const { instrument, round } = open;
  const of = {
    ...{ instrument, round, names: names.value, found },
    ...(open.circumstances ? { circumstances: open.circumstances } : {}),
    owner: { id: open.owner, name: open.ownerName },
  };
  const plans = planReturn({
    ...of,
    answers: readEntry(entry.value, instrument),
    copied: copied.value,
  });
  return ok({
    found,
    plans: plans.flatMap((plan) => {
      const at = open.sheets[plan.role];
      if (at === undefined) return [{ plan }];
      return keptAsTheyAre.includes(plan.role) ? [] : [{ plan, at }];
    }),
  });
};

/** Answers that are not confirmed yet, as the lists sheet keeps them; none when that sheet is gone. */
export const copiedOf = async (desk: ReadingDesk, open: OpenReturn): Promise<FlowResult<readonly CopiedCell[]>> => {
  if (open.sheets.lists === undefined) return ok([]);
  const lists = fromWorkbook(await desk.workbook.read(open.sheets.lists));
  return lists.ok ? ok(lists.value.flatMap((line) => line.flatMap((cell) => readCopiedLine(cell) ?? []))) : lists;
};

/** The names of the sheets that stand, whatever people called them, and free ones for those that are gone. */
const standingNames = async (desk: Desk, open: OpenReturn): Promise<FlowResult<SheetNames>> => {
  const survey = fromWorkbook(await desk.workbook.survey());
  if (!survey.ok) return survey;
  const free = freeSheetNames(
    open.instrument,
    survey.value.map(({ name }) => name),
  );
  const standing = Object.entries(open.sheets).flatMap(([role, id]) => {
    const glance = survey.value.find((sheet) => sheet.id === id);
    return glance === undefined ? [] : [[role, glance.name] as const];
  });
  return ok({ ...free, ...Object.fromEntries(standing) });
};
