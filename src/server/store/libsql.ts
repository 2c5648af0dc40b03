import { closeSync, openSync } from 'node:fs';
import Database from 'libsql';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { newPrivateFile } from './private-file.ts';

/**
 * SQLite through libsql, in the few members Kysely asks for, with libsql's traps held off:
 * - binding a boolean, a Date or `undefined` aborts the whole process, so such a value is thrown back here as our bug;
 * - blobs come back as ArrayBuffer and leave here as Uint8Array;
 * - integers beyond 2^53 would be read wrongly, and a text with a NUL is cut off there: both are refused on the way in;
 * - a prepared `begin` that finds the file locked stays "in progress" and makes every later commit of the connection
 *   fail: statements that steer transactions are executed whole instead;
 * - the busy timeout of the constructor is not reliably taken, so it is set by pragma as well.
 * The file is durable at every commit: write-ahead log, and the disk is waited for. What is deleted is overwritten. A new
 * file is for this account alone; one that is there keeps its rights. What SQLite keeps beside it has the same as it.
 */
export const openLibsql = (file: string): SqliteDatabase & { exec(sql: string): void } => {
  if (file !== ':memory:') makePrivate(file);
  const db = new Database(file, { timeout: busyMilliseconds });
  db.exec(`pragma busy_timeout=${busyMilliseconds}`);
  // The journal mode must be asked for through a reading statement: it answers a row.
  db.prepare('pragma journal_mode=WAL').all();
  db.exec('pragma synchronous=FULL');
  db.exec('pragma foreign_keys=ON');
  // Whatever is deleted is overwritten. It answers a row as well.
  db.prepare('pragma secure_delete=ON').all();
  return {
    close: () => void db.close(),
    exec: (sql) => void db.exec(sql),
    prepare: (sql) => (/^(begin|commit|rollback)\b/i.test(sql) ? steering(db, sql) : statement(db.prepare(sql))),
  };
};

/** Makes the file, empty, where there is none, before SQLite makes one that anybody may read. */
const makePrivate = (file: string): void => {
  try {
    closeSync(openSync(file, newPrivateFile.flags, newPrivateFile.mode));
  } catch {
    // There is one; or it cannot be made, and SQLite says so.
  }
};

/** How long SQLite itself waits for another's lock, holding up this process meanwhile; whoever asked then tries again. */
const busyMilliseconds = 5;

const steering = (db: Database.Database, sql: string): SqliteStatement => ({
  reader: false,
  all: () => [],
  run: () => {
    db.exec(sql);
    return { changes: 0, lastInsertRowid: 0 };
  },
  iterate: () => [].values(),
});

const statement = (inner: ReturnType<Database.Database['prepare']>): SqliteStatement => ({
  reader: inner.reader,
  all: (parameters) => inner.all(bindable(parameters)).map(readable),
  run: (parameters) => inner.run(bindable(parameters)),
  *iterate(parameters) {
    for (const row of inner.iterate(bindable(parameters))) yield readable(row);
  },
});

/** The parameters as they are, or a throw that names the place of one that may not be bound. */
const bindable = (parameters: readonly unknown[]): unknown[] => {
  parameters.forEach((value, at) => {
    const fine =
      value === null ||
      (typeof value === 'string' && !value.includes('\u0000')) ||
      (typeof value === 'number' &&
        Number.isFinite(value) &&
        (!Number.isInteger(value) || Number.isSafeInteger(value))) ||
      value instanceof Uint8Array;
    if (!fine) throw new TypeError(`parameter ${at} cannot be stored: ${typeof value}`);
  });
  return [...parameters];
};

const readable = (row: unknown): unknown => {
  const record = row as Record<string, unknown>;
  for (const [name, value] of Object.entries(record)) {
    if (value instanceof ArrayBuffer) record[name] = new Uint8Array(value);
  }
  return record;
};
