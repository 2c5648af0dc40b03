import { sql, type Kysely } from 'kysely';
import type { Instant, OwnerId } from '#core/ids.ts';
import type { Tables } from './tables.ts';

/**
 * Writes down from when on owners take part, or do not any more: five hundred at most. Who goes on as before is left
 * alone; where a clock goes back, nobody leaves before it joined, nor joins before it left. To be called by whoever
 * writes `owners.enlisted`, which says how it is now.
 */
export const writeEnlistments = async (
  db: Kysely<Tables>,
  owners: readonly { readonly owner: OwnerId; readonly enlisted: boolean }[],
  at: Instant,
): Promise<void> => {
  if (owners.length === 0) return;
  const found = await db
    .selectFrom('enlistments')
    .select('owner')
    .where(
      'owner',
      'in',
      owners.map(({ owner }) => owner),
    )
    .where('until', 'is', null)
    .execute();
  const taking = new Set(found.map(({ owner }) => owner));
  const left = owners.filter(({ owner, enlisted }) => !enlisted && taking.has(owner));
  const joined = owners.filter(({ owner, enlisted }) => enlisted && !taking.has(owner));
  if (left.length > 0)
    await db
      .updateTable('enlistments')
      .set({ until: sql`case when since > ${at} then since else ${at} end` })
      .where(
        'owner',
        'in',
        left.map(({ owner }) => owner),
      )
      .where('until', 'is', null)
      .execute();
  if (joined.length === 0) return;
  const later = await db
    .selectFrom('enlistments')
    .select((query) => ['owner', query.fn.max('until').as('until')])
    .where(
      'owner',
      'in',
      joined.map(({ owner }) => owner),
    )
    .where('until', '>', at)
    .groupBy('owner')
    .execute();
  const leftAt = new Map<string, string | null>(later.map(({ owner, until }) => [owner, until]));
  await db
    .insertInto('enlistments')
    .values(joined.map(({ owner }) => ({ owner, since: leftAt.get(owner) ?? at, until: null })))
    // Left and joined again in the same instant.
    .onConflict((conflict) => conflict.columns(['owner', 'since']).doUpdateSet({ until: null }))
    .execute();
};
