import type { Kysely } from 'kysely';
import { ownerId, type Instant, type OwnerId, type RoundId } from '#core/ids.ts';
import type { Tally } from '#core/measures/tally.ts';
import { headsOfRound } from './heads-of-round.ts';
import type { RevisionHead } from './revisions.ts';
import type { Tables } from './tables.ts';

/** The part of a tally that is kept: by which definition it was made, and its sums. */
export type KeptTally = Pick<Tally, 'definition' | 'sums'>;

type RevisionPlace = Pick<RevisionHead, 'round' | 'owner' | 'number'>;

/** A revision that counts, with its tally where one was kept. */
export interface CountingTally {
  readonly owner: OwnerId;
  readonly revision: number;
  readonly kept: KeptTally | undefined;
}

/** Tallies of revisions: added with them, read; changed only when their round is purged. */
export const talliesIn = (db: Kysely<Tables>) => ({
  async add(round: RoundId, owner: OwnerId, number: number, { definition, sums }: KeptTally): Promise<void> {
    await db
      .insertInto('tallies')
      .values({ owner, round, number, definition, sums: JSON.stringify(sums) })
      .execute();
  },

  /** Keeps another tally of a revision in place of the one that there may be. */
  async replace(round: RoundId, owner: OwnerId, number: number, { definition, sums }: KeptTally): Promise<void> {
    const values = { definition, sums: JSON.stringify(sums) };
    await db
      .insertInto('tallies')
      .values({ owner, round, number, ...values })
      .onConflict((conflict) => conflict.columns(['owner', 'round', 'number']).doUpdateSet(values))
      .execute();
  },

  /** Keeps no tally of a round any more. */
  async purge(round: RoundId): Promise<void> {
    await db.deleteFrom('tallies').where('round', '=', round).execute();
  },

  /** Of one revision; `undefined` where none is kept. */
  async of({ round, owner, number }: RevisionPlace): Promise<KeptTally | undefined> {
    const found = await db
      .selectFrom('tallies')
      .select(['definition', 'sums'])
      .where('owner', '=', owner)
      .where('round', '=', round)
      .where('number', '=', number)
      .executeTakeFirst();
    return found && { definition: found.definition, sums: JSON.parse(found.sums) as number[] };
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
