import type { ConsolidatedOwner } from '#core/consolidation/consolidated-returns.ts';
import { batchesOf } from '../batches-of.ts';
import type { Given } from './app.ts';
import { asAsked } from './as-asked.ts';
import type { RoundThen } from './round-then.ts';

/** Owners whose revisions are in memory at once. */
const atOnce = 10;

/**
 * Every owner of a round as it stood, one after the other, with the answers that counted. A few revisions are read at a
 * time, each few in a transaction of their own: revisions never change, memory stays flat, and whoever reads
 * slowly holds up nobody. Nothing is read any more once nobody asks for the next.
 */
export async function* contentsOf(
  { store, instruments }: Pick<Given, 'store' | 'instruments'>,
  { round, instrument, owners }: RoundThen,
): AsyncGenerator<ConsolidatedOwner> {
  for (const batch of batchesOf(owners, atOnce)) {
    const wanted = batch.flatMap(({ owner, accepted }) =>
      accepted === undefined ? [] : [{ owner, revision: accepted }],
    );
    const revisions = await store.read((records) => records.revisions.some(round.id, wanted));
    const byOwner = new Map(revisions.map((revision) => [revision.owner, revision]));
    for (const { owner, name, state, accepted } of batch) {
      const revision = byOwner.get(owner);
      if (accepted !== undefined && !revision) throw new Error(`revision ${accepted} of ${owner} is not there`);
      const { content, instrument: from = '' } = revision ?? {};
      yield {
        ...{ owner, name, state },
        ...(revision
          ? {
              accepted: {
                revision: revision.number,
                receipt: revision.receipt,
                ...(content ? { content: asAsked(instruments, instrument, { instrument: from, content }) } : {}),
              },
            }
          : {}),
      };
    }
  }
}
