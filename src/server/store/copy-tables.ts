import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Every table but the list of migrations, in an order in which they can be filled: what is referred to comes first. */
export const tablesInOrder = [
  'about',
  'owners',
  'earlier_owners',
  'enlistments',
  'successors',
  'earlier_successors',
  'people',
  'mentored',
  'looked_after',
  'access_codes',
  'sessions',
  'wrong_codes',
  'sent_keys',
  'rounds',
  'earlier_rounds',
  'purges',
  'returns',
  'moves',
  'revisions',
  'tallies',
  'totals',
  'questions',
  'earlier_questions',
  'remarks',
  'audit',
  'audit_details',
  'audit_checkpoints',
  'audit_anchors',
  'handed_in',
] as const satisfies readonly (keyof Tables)[];

/** Rows in one statement: a revision may be a megabyte, and both databases limit a statement's parameters. */
const batchSize = 40;

/**
 * Copies all rows of one database into another of the same version whose tables are empty, a few at a time; both are
 * inside a transaction of their own. Answers how many rows each table had.
 */
export const copyTables = async (
  from: Kysely<Tables>,
  to: Kysely<Tables>,
): Promise<ReadonlyMap<keyof Tables, number>> => {
  const counts = new Map<keyof Tables, number>();
  for (const table of tablesInOrder) {
    let batch: object[] = [];
    let count = 0;
    const flush = async () => {
      if (batch.length > 0)
        await to
          .insertInto(table)
          .values(batch as never)
          .execute();
      count += batch.length;
      batch = [];
    };
    for await (const row of from.selectFrom(table).selectAll().stream(batchSize)) {
      batch.push(row);
      if (batch.length === batchSize) await flush();
    }
    await flush();
    counts.set(table, count);
  }
  return counts;
};
