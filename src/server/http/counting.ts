import type { Instant, RoundId } from '#core/ids.ts';
import type { Tallier } from '#core/measures/tally.ts';
import type { Counted } from '#core/measures/total.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { HeadThen } from '../store/returns.ts';
import type { Records } from '../store/store.ts';
import type { Given } from './app.ts';
import { circumstancesOfTally } from './circumstances-of.ts';
import { instrumentOf, type OpenedRound } from './places.ts';
import { tallierFor } from './tallier-for.ts';

/** What counts in a round at one moment, and how it is read and tallied. */
export interface Counting extends OpenedRound {
  readonly circumstances: Circumstances;
  readonly tallier: Tallier;
  /** How each return stood that was begun. */
  readonly heads: readonly HeadThen[];
  readonly counted: Counted;
}

/** What counts in a round now, or counted before an instant; `undefined` when there is no such round. */
export const countingIn = async (
  records: Records,
  instruments: Given['instruments'],
  id: RoundId,
  before?: Instant,
): Promise<Counting | undefined> => {
  const round = await records.rounds.one(id);
  if (!round) return undefined;
  const instrument = instrumentOf(round, instruments);
  const circumstances = await circumstancesOfTally(records, instruments, { round, instrument });
  const heads = await records.returns.ofRound(id, before);
  return {
    ...{ round, instrument, circumstances, heads, tallier: tallierFor(instrument, circumstances) },
    counted: countedIn(heads),
  };
};

/** Which revision counts of each owner that has one. */
export const countedIn = (heads: readonly HeadThen[]): Counted =>
  new Map(heads.flatMap(({ owner, accepted }) => (accepted === undefined ? [] : [[owner, accepted] as const])));
