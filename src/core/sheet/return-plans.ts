import type { OwnerId } from '../ids.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import type { ReturnContent } from '../returns/content.ts';
import type { RecordEntry } from '../returns/record.ts';
import type { Round } from '../returns/round.ts';
import { planCheck } from './check-plan.ts';
import type { CopiedCell } from './copied-answers.ts';
import { planEntry, type ShownQuestion } from './entry-plan.ts';
import { planGuide } from './guide-plan.ts';
import { planLists } from './lists-plan.ts';
import { planContext, type FoundLayout } from './plan-context.ts';
import { planRecord } from './record-plan.ts';
import type { SheetNames } from './sheet-names.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { planSummary } from './summary-plan.ts';

/** What the sheets of a return are drawn from. The same input gives the same plans. */
export interface PlannedReturn {
  readonly instrument: Instrument;
  readonly round: Round;
  /** What else decides how it is read; those of the round alone when absent. */
  readonly circumstances?: Circumstances;
  readonly owner: { readonly id: OwnerId; readonly name: string };
  readonly names: SheetNames;
  /** What is already answered; blank when absent. */
  readonly answers?: Pick<ReturnContent, 'rows'>;
  /** Which of the answers were copied from an earlier round and are not confirmed yet. */
  readonly copied?: readonly CopiedCell[];
  /** Where the parts of the entry sheet stand by now; as freshly drawn when absent. */
  readonly found?: FoundLayout;
  /** Questions that are open, shown in the row they are about. */
  readonly questions?: readonly ShownQuestion[];
  /** What the record holds already. */
  readonly record?: readonly RecordEntry[];
}

/**
 * All sheets of one return, in the order of their tabs: entry, read me, summary, record, and hidden check and lists. Their formulas refer to each other, so every sheet must stand before any formula is
 * written.
 */
export const planReturn = (of: PlannedReturn): readonly SheetPlan[] => {
  const { answers, ...rest } = of;
  const context = planContext({ ...rest, ...(answers === undefined ? {} : { answers: answers.rows }) });
  return [
    planEntry(context, { answers: context.answers, questions: of.questions ?? [] }),
    planGuide(context),
    planSummary(context),
    planRecord(context, of.record ?? []),
    planCheck(context),
    planLists(context),
  ];
};
