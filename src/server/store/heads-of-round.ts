import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { Instant, RoundId } from '#core/ids.ts';
import type { Tables } from './tables.ts';

/** The head of a return as it lies in the database. */
export interface HeadRow {
  owner: string;
  round: string;
  state: string;
  latest: number;
  accepted: number | null;
  moved_at: string;
}

/**
 * The heads of a round's returns, to be joined with others: as they are now, or as they were before an instant, which is
 * what the last move until then left.
 */
export const headsOfRound = (
  db: Kysely<Tables>,
  round: RoundId,
  before: Instant | undefined,
): SelectQueryBuilder<Tables, never, HeadRow> => {
  if (before === undefined) {
    return db
      .selectFrom('returns')
      .select(['owner', 'round', 'state', 'latest', 'accepted', 'moved_at'])
      .where('round', '=', round) as unknown as SelectQueryBuilder<Tables, never, HeadRow>;
  }
  const last = db
    .selectFrom('moves')
    .select((query) => ['owner', query.fn.max('number').as('number')])
    .where('round', '=', round)
    .where('at', '<', before)
    .groupBy('owner');
  return db
    .selectFrom('moves')
    .innerJoin(last.as('last'), (join) =>
      join.onRef('last.owner', '=', 'moves.owner').onRef('last.number', '=', 'moves.number'),
    )
    .select(['moves.owner', 'round', 'state', 'revision as latest', 'accepted', 'at as moved_at'])
    .where('round', '=', round) as unknown as SelectQueryBuilder<Tables, never, HeadRow>;
};
