import { setImmediate as others } from 'node:timers/promises';
import { batchesOf } from '#core/batches-of.ts';
import type { OwnerId } from '#core/ids.ts';
import type { Tally } from '#core/measures/tally.ts';
import type { CountedRevision } from '#core/measures/total.ts';
import type { Revision } from '../store/revisions.ts';
import type { KeptTally } from '../store/tallies.ts';
import type { Store } from '../store/store.ts';
import { StoreUnavailable } from '../store/transaction.ts';
import type { Given } from './app.ts';
import { asAsked } from './as-asked.ts';
import type { Counting } from './counting.ts';

/** Tallies that are read at once, and revisions that are tallied at once. */
export const talliesAtOnce = 500;
const revisionsAtOnce = 20;

/**
 * The tallies of some revisions of a round, in the order asked for. One that was not kept, or was made by another
 * definition or in other circumstances, is made again from its rows and kept; where there are no rows, there is none.
 * Each batch has transactions of its own: revisions never change, and nobody waits for a whole nation to be added up.
 */
export async function* talliesOf(
  given: Pick<Given, 'store' | 'instruments'>,
  counting: Counting,
  wanted: readonly CountedRevision[],
): AsyncGenerator<CountedRevision & { readonly tally: Tally | undefined }> {
  const { round, tallier } = counting;
  const { definition } = tallier.nothing;
  for (const batch of batchesOf(wanted, talliesAtOnce)) {
    const kept = await given.store.read((records) => records.tallies.some(round.id, batch, definition));
    const made = await madeAnew(
      given,
      counting,
      batch.filter(({ owner }) => !kept.has(owner)),
    );
    for (const one of batch) {
      const tally = kept.get(one.owner) ?? made.get(one.owner);
      yield { ...one, tally: tally && { ...tallier.nothing, returns: 1, sums: tally.sums } };
    }
  }
}

/** The tally of a revision, made of its rows as the round asks them now; `undefined` where there are none. */
export const tallyAnew = (
  instruments: Given['instruments'],
  { instrument, tallier }: Pick<Counting, 'instrument' | 'tallier'>,
  { instrument: from, content }: Pick<Revision, 'instrument' | 'content'>,
): Tally | undefined => content && tallier.of(asAsked(instruments, instrument, { instrument: from, content }));

const madeAnew = async (
  { store, instruments }: Pick<Given, 'store' | 'instruments'>,
  counting: Counting,
  wanted: readonly CountedRevision[],
): Promise<ReadonlyMap<OwnerId, KeptTally>> => {
  const { round } = counting;
  const made = new Map<OwnerId, KeptTally>();
  for (const batch of batchesOf(wanted, revisionsAtOnce)) {
    const found = await store.read((records) => records.revisions.some(round.id, batch));
    for (const revision of found) {
      const tally = tallyAnew(instruments, counting, revision);
      if (tally) made.set(revision.owner, tally);
      // Tallying takes a moment: other requests are served in between.
      await others();
    }
    await keepIfPossible(store, async (records) => {
      for (const { owner, number } of found) {
        const tally = made.get(owner);
        if (tally) await records.tallies.add(round.id, owner, number, tally);
      }
    });
  }
  return made;
};

/** Keeps what can be made again: where others hold the database just now, it is not kept. */
export const keepIfPossible = async (store: Store, work: Parameters<Store['write']>[0]): Promise<void> => {
  try {
    await store.write(work);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
  }
};
