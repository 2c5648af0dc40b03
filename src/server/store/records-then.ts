import type { Kysely, Selectable } from 'kysely';
import { ownerId, roundId, type Instant, type OwnerId, type RoundId } from '#core/ids.ts';
import type { ReturnState } from '#core/returns/states.ts';
import type { ReturnRecord } from './returns.ts';
import type { Tables } from './tables.ts';

/** Returns as they stood before an instant, told by their moves until then: of these owners, or of all; in one round, or in all. */
export const recordsThen = async (
  db: Kysely<Tables>,
  before: Instant,
  among?: readonly OwnerId[],
  round?: RoundId,
): Promise<readonly ReturnRecord[]> => {
  let wanted = db
    .selectFrom('moves')
    .select(['owner', 'round', 'at', 'move', 'state', 'revision', 'accepted'])
    .where('at', '<', before);
  if (among) wanted = wanted.where('owner', 'in', among);
  if (round !== undefined) wanted = wanted.where('round', '=', round);
  const records = new Map<string, ReturnRecord>();
  for (const made of await wanted.orderBy('owner').orderBy('round').orderBy('number').execute()) {
    const place = `${made.owner}/${made.round}`;
    records.set(place, after(records.get(place), made));
  }
  return [...records.values()];
};

type Made = Pick<Selectable<Tables['moves']>, 'owner' | 'round' | 'at' | 'move' | 'state' | 'revision' | 'accepted'>;

/** What a move left of how a return stood. */
const after = (record: ReturnRecord | undefined, made: Made): ReturnRecord => ({
  owner: ownerId(made.owner),
  round: roundId(made.round),
  state: made.state as ReturnState,
  latest: made.revision,
  accepted: made.accepted ?? undefined,
  submittedAt: made.move === 'submit' ? made.at : record?.submittedAt,
  movedAt: made.at,
  reopened: made.move === 'reopen' || (made.move !== 'accept' && record?.reopened === true),
});
