import type { Kysely } from 'kysely';
import { ownerId, type OwnerId, type RoundId } from '#core/ids.ts';
import type { Tally } from '#core/measures/tally.ts';
import type { CountedRevision } from '#core/measures/total.ts';
import type { RevisionHead } from './revisions.ts';
import type { Tables } from './tables.ts';

/** The part of a tally that is kept: by which definition it was made, and its sums. */
export type KeptTally = Pick<Tally, 'definition' | 'sums'>;

type RevisionPlace = Pick<RevisionHead, 'round' | 'owner' | 'number'>;

/**
 * Tallies of revisions: one line each, added with the revision and made again where another definition asks for it; they go
 * when their round is purged, where it says so.
 */
export const talliesIn = (db: Kysely<Tables>) => ({
  /** Adds the tally of a revision, in place of one by another definition. */
  async add(round: RoundId, owner: OwnerId, number: number, { definition, sums }: KeptTally): Promise<void> {
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

  /** Of these revisions, five hundred at most, by owner: the tallies that this definition made; the others have none. */
  async some(
    round: RoundId,
    wanted: readonly CountedRevision[],
    definition: string,
  ): Promise<ReadonlyMap<OwnerId, KeptTally>> {
    if (wanted.length === 0) return new Map();
    const owners = wanted.map(({ owner }) => owner);
    const found = await db
      .selectFrom('tallies')
      .select(['owner', 'number', 'definition', 'sums'])
      .where('owner', 'in', owners)
      .where('round', '=', round)
      .where('definition', '=', definition)
      .execute();
    const revisions = new Map(wanted.map(({ owner, revision }) => [owner, revision]));
    return new Map(
      found
        .map((line) => ({ ...line, owner: ownerId(line.owner) }))
        .filter(({ owner, number }) => revisions.get(owner) === number)
        .map(({ owner, sums }) => [owner, { definition, sums: JSON.parse(sums) as number[] }]),
    );
  },
});
