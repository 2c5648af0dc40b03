import { setImmediate as othersTurn, setTimeout as pause } from 'node:timers/promises';
import { CompiledQuery, type Kysely } from 'kysely';
import { codeOf, type Engine } from './engine.ts';
import type { Tables } from './tables.ts';

/** The database cannot take the work now: it is out of reach, full, or others were faster all the time. Try later. */
export class StoreUnavailable extends Error {}

/**
 * Milliseconds after which a transaction is not tried again. Work of moments is answered by then, sooner than callers stop
 * waiting; work that is long by itself may take its tries for much longer, and so may its caller have to wait.
 */
const longestTrying = 8000;

/** Long work, as importing a register is, is tried so many times in all, however long each takes. */
const fewestTries = 3;

/** Milliseconds between two tries, at most; the first come sooner. */
const longestPause = 200;

/**
 * Runs the work in one transaction and answers what it answers; when this resolves, the work is on the disk. A throw
 * rolls everything back. Where others were faster, the work is done again from its beginning: it must change nothing
 * but the database. When the connection breaks while committing, nobody knows whether the work was done: that is
 * `StoreUnavailable` as well, and whoever asks again with the same key learns it.
 */
export const inTransaction = async <T>(
  db: Kysely<Tables>,
  engine: Engine,
  kind: 'read' | 'write',
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> => {
  // SQLite answers at once, within this process: whoever does one transaction after another would let nobody else be
  // answered meanwhile.
  await othersTurn();
  try {
    // One connection for all tries: whoever waits for one is not overtaken, and few transactions meet at a time.
    return await db.connection().execute((connection) => untilDone(connection, engine, engine.begin[kind], work));
  } catch (error) {
    if (engine.hindrance(error) === 'out-of-reach') throw new StoreUnavailable(codeOf(error));
    throw error;
  }
};

const untilDone = async <T>(
  connection: Kysely<Tables>,
  engine: Engine,
  begin: string,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> => {
  const began = performance.now();
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(connection, begin, work);
    } catch (error) {
      const hindrance = engine.hindrance(error);
      if (hindrance === undefined || hindrance === 'out-of-reach') throw error;
      // A row that is there whenever it is made is our bug, not somebody else's haste.
      if (hindrance === 'already-there' && tries === 5) throw error;
      if (tries >= fewestTries && performance.now() - began > longestTrying)
        throw new StoreUnavailable(codeOf(error));
      await pause(Math.min(longestPause, 2 ** tries) * (0.5 + Math.random()));
    }
  }
};

const once = async <T>(
  connection: Kysely<Tables>,
  begin: string,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> => {
  await connection.executeQuery(CompiledQuery.raw(begin));
  try {
    const result = await work(connection);
    await connection.executeQuery(CompiledQuery.raw('commit'));
    return result;
  } catch (error) {
    await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
    throw error;
  }
};
