import type { Kysely } from 'kysely';
import { ownerId, type Instant, type OwnerId, type RoundId } from '#core/ids.ts';
import type { Tally } from '#core/measures/tally.ts';
import { headsOfRound } from './heads-of-round.ts';
import type { Tables } from './tables.ts';

/** The part of a tally that is kept: by which definition it was made, and its sums. */
export type KeptTally = Pick<Tally, 'definition' | 'sums'>;

/** A revision that counts, with its tally where one was kept. */
export interface CountingTally {
  readonly owner: OwnerId;
  readonly revision: number;
  readonly kept: KeptTally | undefined;
}

/** Tallies of revisions: added with them, read, never changed. */
export const talliesIn = (db: Kysely<Tables>) => ({
  async add(round: RoundId, owner: OwnerId, number: number, { definition, sums }: KeptTally): Promise<void> {
    await db
      .insertInto('tallies')
      .values({ owner, round, number, definition, sums: JSON.stringify(sums) })
      .execute();
  },

  /** Of the revisions that count in a round, or counted before an instant; those made before tallies were kept have none. */
  async accepted(round: RoundId, before?: Instant): Promise<readonly CountingTally[]> {
    const found = await db
      .selectFrom(headsOfRound(db, round, before).as('heads'))
      .leftJoin('tallies', (join) =>
        join
          .onRef('tallies.owner', '=', 'heads.owner')
          .onRef('tallies.round', '=', 'heads.round')
          .onRef('tallies.number', '=', 'heads.accepted'),
      )
      .select(['heads.owner', 'heads.accepted', 'tallies.definition', 'tallies.sums'])
      .execute();
    return found.flatMap(({ owner, accepted, definition, sums }) =>
      accepted === null
        ? []
        : {
            owner: ownerId(owner),
            revision: accepted,
            kept:
              definition === null || sums === null ? undefined : { definition, sums: JSON.parse(sums) as number[] },
          },
    );
  },
});
