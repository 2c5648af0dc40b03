import type { Kysely } from 'kysely';
import { ownerId, type RoundId } from '#core/ids.ts';
import { inOrder, type Counted } from '#core/measures/total.ts';
import type { Tables } from './tables.ts';
import type { KeptTally } from './tallies.ts';

/** A total as it is kept: by which definition it was made, its sums, and which revisions are in it. */
export interface CountedTotal extends KeptTally {
  readonly counted: Counted;
}

/**
 * The last total of each round. What is kept says itself what is in it, so it is right whoever wrote it and whatever
 * has happened since: whoever reads it compares, and takes out and puts in what differs.
 */
export const totalsIn = (db: Kysely<Tables>) => ({
  async of(round: RoundId): Promise<CountedTotal | undefined> {
    const found = await db.selectFrom('totals').selectAll().where('round', '=', round).executeTakeFirst();
    if (!found) return undefined;
    const counted = JSON.parse(found.counted) as readonly (readonly [string, number])[];
    return {
      definition: found.definition,
      sums: JSON.parse(found.sums) as number[],
      counted: new Map(counted.map(([owner, revision]) => [ownerId(owner), revision])),
    };
  },

  /** Keeps a total in place of the one before. */
  async put(round: RoundId, { definition, sums, counted }: CountedTotal): Promise<void> {
    const revisions = inOrder(counted).map(({ owner, revision }) => [owner, revision]);
    const values = { definition, sums: JSON.stringify(sums), counted: JSON.stringify(revisions) };
    await db
      .insertInto('totals')
      .values({ round, ...values })
      .onConflict((conflict) => conflict.column('round').doUpdateSet(values))
      .execute();
  },
});
