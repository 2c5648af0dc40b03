import { PostgresDialect } from 'kysely';
import pg from 'pg';
import Cursor from 'pg-cursor';
import { codeOf, type Engine } from './engine.ts';

/**
 * PostgreSQL, or what speaks its protocol, at an address such as `postgresql://user:password@host/database`. Several
 * servers may use one database at once: every writing transaction is serializable, and one that another got in the way
 * of is done again. Nothing is asked for that only PostgreSQL itself has (locks by number, sequences).
 */
export const postgresEngine = (url: string): Engine => {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    application_name: 'stem-returns',
    connectionTimeoutMillis: 10_000,
    // Nothing the endpoint does takes as long as this; a statement that does would hold others up.
    statement_timeout: 60_000,
  });
  // A connection may break while nobody uses it, or between two statements: the next statement says so, no process ends.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    // A table that is read through is taken, by serializable transactions, for read whole: on small tables every
    // transaction would get in the way of every other. An engine without this setting does without.
    client.query('set enable_seqscan = off').catch(() => undefined);
  });
  return {
    dialect: new PostgresDialect({ pool, cursor: Cursor }),
    types: { blob: 'bytea' },
    copiesItself: false,
    begin: {
      read: 'begin transaction isolation level repeatable read, read only',
      write: 'begin transaction isolation level serializable',
    },
    hindrance: (error) => {
      const code = codeOf(error);
      if (conflicts.has(code)) return 'others-were-faster';
      if (alreadyThere.has(code)) return 'already-there';
      const isLost = error instanceof Error && lostConnection.test(error.message);
      return outOfReach.test(code) || isLost ? 'out-of-reach' : undefined;
    },
  };
};

/** Serialization failure and deadlock. */
const conflicts = new Set(['40001', '40P01']);

/** A key, or a table, that was not there when it was looked for. */
const alreadyThere = new Set(['23505', '42P07']);

/** SQLSTATE classes of connections, resources and shutdowns, and the network's own words. */
const outOfReach = /^(08|53|57P|58)|^E(CONN|HOST|NET|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN)/;

/** What the driver says, without a code, of a connection that broke or could not be had in time. */
const lostConnection = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;
