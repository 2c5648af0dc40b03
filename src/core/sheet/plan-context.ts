import type { OwnerId } from '../ids.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { sheetCode } from '../returns/sheet-code.ts';
import type { Round } from '../returns/round.ts';
import { offerOf } from '../rules/row-in-hand.ts';
import { checkLayout, type CheckLayout } from './check-layout.ts';
import { listsLayout, type ListsLayout } from './lists-layout.ts';
import type { SheetNames } from './sheet-names.ts';
import type { Block, SheetPlan, SheetRole } from './sheet-plan.ts';

/** What all sheets of one return are planned from. */
export interface PlanContext {
  readonly instrument: Instrument;
  readonly round: Round;
  readonly owner: { readonly id: OwnerId; readonly name: string };
  readonly names: SheetNames;
  readonly check: CheckLayout;
  readonly lists: ListsLayout;
}

export const planContext = (of: Pick<PlanContext, 'instrument' | 'round' | 'owner' | 'names'>): PlanContext => {
  const offer = offerOf(of.instrument, of.round);
  return {
    instrument: of.instrument,
    round: of.round,
    owner: of.owner,
    names: of.names,
    check: checkLayout(of.instrument, offer),
    lists: listsLayout(of.instrument, offer),
  };
};

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
