import { type Offer, onceInHand, type RowInHand, rowsInHand } from '../rules/row-in-hand.ts';
import type { AcceptedRevision, ConsolidatedOwner, ConsolidatedReturns } from './consolidated-returns.ts';

/** One row of one accepted return. */
export interface MasterRow {
  readonly owner: ConsolidatedOwner;
  readonly accepted: AcceptedRevision;
  readonly row: RowInHand;
  /** What its return is asked once. */
  readonly once: RowInHand;
}

/** Every started row of every accepted return, owner by owner. */
export const masterRows = (
  { instrument, owners }: Pick<ConsolidatedReturns, 'instrument' | 'owners'>,
  offer: Offer,
): readonly MasterRow[] =>
  owners.flatMap((owner) => {
    const { accepted } = owner;
    if (accepted?.content === undefined) return [];
    const once = onceInHand(instrument, accepted.content.rows, offer);
    return rowsInHand(instrument, accepted.content.rows, offer)
      .filter(({ started }) => started)
      .map((row) => ({ owner, accepted, row, once }));
  });
