import type { Kysely } from 'kysely';
import { ownerId, type RoundId } from '#core/ids.ts';
import { inOrder, type Total } from '#core/measures/total.ts';
import type { Tables } from './tables.ts';
import type { KeptTally } from './tallies.ts';

/** A total as it is kept: by which definition it was made, its sums, which revisions are in it, and whether of whole numbers. */
export interface CountedTotal extends KeptTally, Pick<Total, 'counted' | 'whole'> {}

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
      whole: found.whole === 1,
    };
  },

  /** Keeps a total in place of the one before. */
  async put(round: RoundId, { definition, sums, counted, whole }: CountedTotal): Promise<void> {
    const revisions = inOrder(counted).map(({ owner, revision }) => [owner, revision]);
    const values = {
      ...{ definition, sums: JSON.stringify(sums), counted: JSON.stringify(revisions) },
      whole: whole ? 1 : 0,
    };
    await db
      .insertInto('totals')
      .values({ round, ...values })
      .onConflict((conflict) => conflict.column('round').doUpdateSet(values))
      .execute();
  },
});
