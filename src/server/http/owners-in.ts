import { batchesOf } from '#core/batches-of.ts';
import type { Instant, OwnerId } from '#core/ids.ts';
import type { Owner } from '../store/people.ts';
import type { Records } from '../store/store.ts';
import { byName } from './by-name.ts';
import type { Counting } from './counting.ts';

/** Owners that are looked up at once. */
const atOnce = 500;

/**
 * Who was in a round at a moment, in the order of names: every owner of its kind that took part then, and whoever had left
 * with a return that counts, so that what is listed and what is counted never differ. `among` keeps only those.
 */
export const ownersIn = async (
  { people }: Pick<Records, 'people'>,
  { instrument, counted }: Pick<Counting, 'instrument' | 'counted'>,
  before: Instant | undefined,
  among?: readonly OwnerId[],
): Promise<readonly Owner[]> => {
  const taking = (await people.enlisted(among, before)).filter(({ kind }) => kind === instrument.owner);
  const known = new Set(taking.map(({ owner }) => owner));
  const hers = among && new Set(among);
  const left = [...counted.keys()].filter((owner) => !known.has(owner) && (hers?.has(owner) ?? true));
  const gone: Owner[] = [];
  for (const batch of batchesOf(left, atOnce)) gone.push(...(await people.owners(batch, before)));
  return [...taking, ...gone].sort(byName);
};
