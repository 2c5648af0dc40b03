import type { OwnerId } from '../ids.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { ReturnContent } from '../returns/content.ts';
import type { RecordEntry } from '../returns/record.ts';
import type { Round } from '../returns/round.ts';
import { planCheck } from './check-plan.ts';
import { planEntry, type ShownQuestion } from './entry-plan.ts';
import { planGuide } from './guide-plan.ts';
import { planLists } from './lists-plan.ts';
import { planContext } from './plan-context.ts';
import { planRecord } from './record-plan.ts';
import type { SheetNames } from './sheet-names.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { planSummary } from './summary-plan.ts';

/** What the sheets of a return are drawn from. The same input gives the same plans. */
export interface PlannedReturn {
  readonly instrument: Instrument;
  readonly round: Round;
  readonly owner: { readonly id: OwnerId; readonly name: string };
  readonly names: SheetNames;
  /** What is already answered; blank when absent. */
  readonly answers?: Pick<ReturnContent, 'rows'>;
  /** Questions that are open, shown in the row they are about. */
  readonly questions?: readonly ShownQuestion[];
  /** What the record holds already. */
  readonly record?: readonly RecordEntry[];
}

/**
 * All sheets of one return, in the order of their tabs: entry, guide (where rows have descriptions), summary, record,
 * and hidden check and lists. Their formulas refer to each other, so every sheet must stand before any formula is
 * written.
 */
export const planReturn = (of: PlannedReturn): readonly SheetPlan[] => {
  const context = planContext(of);
  const guide = planGuide(context);
  return [
    planEntry(context, { answers: of.answers?.rows ?? [], questions: of.questions ?? [] }),
    ...(guide === undefined ? [] : [guide]),
    planSummary(context),
    planRecord(context, of.record ?? []),
    planCheck(context),
    planLists(context),
  ];
};
