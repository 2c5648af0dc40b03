import type { Cell } from '../cell.ts';
import { type Offer, onceInHand } from '../rules/row-in-hand.ts';
import { styled } from '../sheet/figures/sheet-part.ts';
import { block } from '../sheet/plan-context.ts';
import type { SheetPlan } from '../sheet/sheet-plan.ts';
import { sheetWords } from '../sheet/sheet-words.ts';
import type { ConsolidatedOwner, ConsolidatedReturns } from './consolidated-returns.ts';
import { masterField } from './master-fields.ts';
import { type MasterLayout, ownColumns } from './master-layout.ts';

/** A line for every enlisted owner: its state, the revision and receipt that count, and what is asked once. */
export const masterOwners = (
  { instrument, owners }: ConsolidatedReturns,
  layout: MasterLayout,
  offer: Offer,
): Pick<SheetPlan, 'blocks' | 'styles'> => {
  const { owner, name, state, revision, receipt } = sheetWords;
  const { headerRow, firstOwnerRow, ownerRows, once } = layout;
  const fields = once.map((field) => masterField(field, offer));
  const columns = fields.flatMap((field) => field.columns.slice(0, 1));
  const answersOnce = ({ accepted }: ConsolidatedOwner): readonly Cell[] => {
    const row = onceInHand(instrument, accepted?.content?.rows ?? [], offer);
    return columns.map(({ cell }) => cell(row, row));
  };
  return {
    blocks: [
      block(headerRow, 0, [[owner, name, state, revision, receipt, ...once.map(({ label }) => label)]]),
      ...(owners.length === 0
        ? []
        : [
            block(
              firstOwnerRow,
              0,
              owners.map((one) => [one.owner, one.name, stateWord(one)]),
              true,
            ),
            block(
              firstOwnerRow,
              3,
              owners.map((one) => [
                one.accepted?.revision ?? null,
                one.accepted?.receipt ?? null,
                ...answersOnce(one),
              ]),
            ),
          ]),
    ],
    styles: [
      styled(headerRow, 0, 1, ownColumns + once.length, 'header-ours'),
      styled(firstOwnerRow, 0, ownerRows, ownColumns, 'label'),
      ...(once.length === 0 ? [] : [styled(firstOwnerRow, ownColumns, ownerRows, once.length, 'ours')]),
    ],
  };
};

const stateWord = ({ state, accepted }: ConsolidatedOwner): string =>
  accepted !== undefined && state !== 'accepted' ? sheetWords.newerUnderWay : sheetWords.states[state];
