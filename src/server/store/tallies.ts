import type { Kysely } from 'kysely';
import { ownerId, type OwnerId, type RoundId } from '#core/ids.ts';
import type { Tally } from '#core/measures/tally.ts';
import type { Tables } from './tables.ts';

/** The part of a tally that is kept: by which definition it was made, and its sums. */
export type KeptTally = Pick<Tally, 'definition' | 'sums'>;

/** Tallies of revisions: added with them, read, never changed. */
export const talliesIn = (db: Kysely<Tables>) => ({
  async add(round: RoundId, owner: OwnerId, number: number, { definition, sums }: KeptTally): Promise<void> {
    await db
      .insertInto('tallies')
      .values({ owner, round, number, definition, sums: JSON.stringify(sums) })
      .execute();
  },

  /** Of the revisions that count in a round, by owner; those made before tallies were kept have none. */
  async accepted(round: RoundId): Promise<ReadonlyMap<OwnerId, KeptTally | undefined>> {
    const found = await db
      .selectFrom('returns')
      .leftJoin('tallies', (join) =>
        join
          .onRef('tallies.owner', '=', 'returns.owner')
          .onRef('tallies.round', '=', 'returns.round')
          .onRef('tallies.number', '=', 'returns.accepted'),
      )
      .select(['returns.owner', 'tallies.definition', 'tallies.sums'])
      .where('returns.round', '=', round)
      .where('returns.accepted', 'is not', null)
      .execute();
    return new Map(
      found.map(({ owner, definition, sums }) => [
        ownerId(owner),
        definition === null || sums === null ? undefined : { definition, sums: JSON.parse(sums) as number[] },
      ]),
    );
  },
});
