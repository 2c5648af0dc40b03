import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** The database cannot take the work now: another process holds it too long, or the disk is full. Try again later. */
export class StoreUnavailable extends Error {}

/**
 * Runs the work in one transaction and answers what it answers; when this resolves, the work is on the disk. A
 * writing transaction takes the write lock before it reads, so that what it read still holds when it writes. A throw
 * rolls everything back. Kysely's own transactions begin deferred, which would fail in the middle instead of waiting.
 */
export const inTransaction = async <T>(
  db: Kysely<Tables>,
  kind: 'read' | 'write',
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> =>
  await db.connection().execute(async (connection) => {
    try {
      await (kind === 'write' ? sql`begin immediate` : sql`begin`).execute(connection);
    } catch (error) {
      throw asUnavailable(error);
    }
    try {
      const result = await work(connection);
      await sql`commit`.execute(connection);
      return result;
    } catch (error) {
      await sql`rollback`.execute(connection).catch(() => undefined);
      throw asUnavailable(error);
    }
  });

const asUnavailable = (error: unknown): unknown => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN)/.test(code)
    ? new StoreUnavailable(code)
    : error;
};
