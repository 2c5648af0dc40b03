import type { OwnerId, RowKey } from '../ids.ts';
import { type Instrument, instrumentRef } from '../instrument/instrument.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import type { AnswerRow } from '../returns/content.ts';
import { sheetCode } from '../returns/sheet-code.ts';
import type { Round } from '../returns/round.ts';
import { offerOf, type Offer } from '../rules/row-in-hand.ts';
import { checkLayout, type CheckLayout } from './check-layout.ts';
import type { CopiedCell } from './copied-answers.ts';
import { entryLayout, type EntryLayout } from './entry-layout.ts';
import { listsLayout, type ListsLayout } from './lists-layout.ts';
import { returnInHand, tableKeys, type ReturnInHand } from './return-in-hand.ts';
import { drawnKeys } from './row-numbers.ts';
import type { SheetNames } from './sheet-names.ts';
import type { Block, SheetPlan, SheetRole } from './sheet-plan.ts';

/** What all sheets of one return are planned from. */
export interface PlanContext {
  readonly instrument: Instrument;
  readonly round: Round;
  readonly owner: { readonly id: OwnerId; readonly name: string };
  readonly names: SheetNames;
  readonly circumstances: Circumstances;
  readonly offer: Offer;
  readonly check: CheckLayout;
  readonly lists: ListsLayout;
  /** What is answered already. */
  readonly answers: readonly AnswerRow[];
  /** The keys of the entry sheet's lines as they are drawn; see `drawnKeys`. */
  readonly keys: readonly (RowKey | undefined)[];
  /** Answers that were copied from an earlier round and are not confirmed yet. */
  readonly copied: readonly CopiedCell[];
  /** What the formulas come to. */
  readonly inHand: ReturnInHand;
}

/** Where an entry sheet's parts stand by now, and whose its lines are from the first on; `undefined`: not ours. */
export interface FoundLayout {
  readonly entry: EntryLayout;
  readonly keys: readonly (RowKey | undefined)[];
}

/**
 * Circumstances are those of the round alone and nothing is answered where they are not handed in. With `found` the
 * sheets are planned for where everything stands by now, else as freshly drawn.
 */
export const planContext = (
  of: Pick<PlanContext, 'instrument' | 'round' | 'owner' | 'names'> & {
    readonly circumstances?: Circumstances;
    readonly answers?: readonly AnswerRow[];
    readonly copied?: readonly CopiedCell[];
    readonly found?: FoundLayout;
  },
): PlanContext => {
  const { instrument, round, owner, names, circumstances = round, answers = [], copied = [], found } = of;
  const offer = offerOf(instrument, circumstances);
  const present = tableKeys(answers);
  const check = checkLayout(instrument, offer, found?.entry ?? entryLayout(instrument, present.length));
  const keys = found?.keys ?? drawnKeys(instrument, present, check.entry.rows);
  return {
    instrument,
    round,
    owner,
    names,
    circumstances,
    offer,
    check,
    lists: listsLayout(instrument, offer),
    answers,
    keys,
    copied,
    inHand: returnInHand(instrument, circumstances, offer, keys, answers),
  };
};

/** The first line of a hidden sheet: its code, the version it was made for (`version-witness.ts`), what it is for. */
export const hiddenHead = (context: PlanContext, role: 'check' | 'lists', words: string): Block =>
  block(0, 0, [[codeOf(context, role), instrumentRef(context.instrument), words]]);

/** The code of one of the return's sheets. */
export const codeOf = ({ owner, round }: PlanContext, role: SheetRole): string =>
  sheetCode({ role, owner: owner.id, round: round.id });

/** Whose return it is and for which round: the second line of every visible sheet. */
export const ownerLine = ({ owner, round }: PlanContext): string => `${owner.name} (${owner.id}) · ${round.title}`;

/** A block as high and wide as its content. */
export const block = (row: number, column: number, content: Block['content'], asText = false): Block => ({
  area: { row, column, rows: content.length, columns: content[0]?.length ?? 0 },
  content,
  ...(asText ? { asText } : {}),
});

/** A sheet with nothing on it but its name and code; plans add what they have. */
export const blankPlan = (context: PlanContext, role: SheetRole): SheetPlan => ({
  name: context.names[role],
  role,
  code: codeOf(context, role),
  visibility: role === 'check' || role === 'lists' ? 'hidden' : 'visible',
  blocks: [],
  regions: [],
  styles: [],
  columnWidths: [],
  hiddenRows: [],
  validations: [],
  highlights: [],
  charts: [],
});
