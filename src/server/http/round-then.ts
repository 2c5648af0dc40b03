import type { Instant, OwnerId, RoundId } from '#core/ids.ts';
import { isReturned, type ReturnState } from '#core/returns/states.ts';
import type { Records } from '../store/store.ts';
import type { Given } from './app.ts';
import { countingIn, type Counting } from './counting.ts';
import { ownersIn } from './owners-in.ts';

/** An owner in a round: how far it was, and which revision counted. */
export interface OwnerThen {
  readonly owner: OwnerId;
  readonly name: string;
  readonly state: ReturnState;
  readonly accepted: number | undefined;
}

/** A round as it stood at one moment, with everybody in it: nothing is silently dropped. */
export interface RoundThen extends Counting {
  readonly owners: readonly OwnerThen[];
  /** How many there are: who took part, or had left with a return that counts. */
  readonly enlisted: number;
  readonly returned: number;
}

/** A round as it is now, or was before an instant; `undefined` when there is no such round. */
export const roundThen = async (
  records: Records,
  instruments: Given['instruments'],
  id: RoundId,
  before?: Instant,
): Promise<RoundThen | undefined> => {
  const counting = await countingIn(records, instruments, id, before);
  if (!counting) return undefined;
  const heads = new Map(counting.heads.map((head) => [head.owner, head]));
  const owners = (await ownersIn(records, counting, before)).map(({ owner, name }) => {
    const { state = 'not-started', accepted } = heads.get(owner) ?? {};
    return { owner, name, state, accepted } as const;
  });
  return {
    ...counting,
    owners,
    enlisted: owners.length,
    returned: owners.filter(({ state }) => isReturned(state)).length,
  };
};
