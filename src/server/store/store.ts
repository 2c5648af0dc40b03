import { Kysely, sql } from 'kysely';
import type { Instant } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { codesIn } from './codes.ts';
import { auditIn } from './audit.ts';
import { copyWhole } from './copy-whole.ts';
import { checkpointsIn } from './checkpoints.ts';
import { earlierIn } from './earlier.ts';
import type { Engine } from './engine.ts';
import { handedInIn } from './handed-in.ts';
import { migrate } from './migrate.ts';
import { peopleIn } from './people.ts';
import { postgresEngine } from './postgres-engine.ts';
import { setUpProgramme, type Programme } from './programme.ts';
import { questionsIn } from './questions.ts';
import { registerIn } from './register.ts';
import { retentionIn } from './retention.ts';
import { returnsIn } from './returns.ts';
import { revisionsIn } from './revisions.ts';
import { roundsIn } from './rounds.ts';
import { sentKeysIn } from './sent-keys.ts';
import { sessionsIn } from './sessions.ts';
import { sqliteEngine } from './sqlite-engine.ts';
import type { Tables } from './tables.ts';
import { talliesIn } from './tallies.ts';
import { totalsIn } from './totals.ts';
import { inTransaction, StoreUnavailable } from './transaction.ts';
import { takingTurns } from './turns.ts';
import { wrongCodesIn } from './wrong-codes.ts';

/** Demo data and real data never meet: a database belongs to one mode from its first day. */
export type Mode = 'demo' | 'real';

/** What can be read and written inside one transaction. */
export type Records = ReturnType<typeof recordsIn>;

/** The database as the http room sees it. */
export interface Store {
  /** Reads that belong together, as at one moment. */
  read<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /** One transaction; when it resolves, everything is on the disk. A throw leaves nothing behind. */
  write<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /**
   * Lets nothing of what was deleted lie in the database's own files any more, as far as this kind of database lets itself
   * be told to; what others still read goes when they have ended. What backups hold is not touched.
   */
  forget(): Promise<void>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /**
   * Writes everything, as at one moment, into one new file of SQLite, whole or not at all; the file must not exist yet.
   * `restoreFrom` reads it again, into a database of either kind.
   */
  copyTo(file: string): Promise<void>;
  close(): Promise<void>;
}

export type OpenFailure =
  /** The database belongs to the other mode; it was not touched. */
  { readonly kind: 'other-mode'; readonly mode: Mode };

/** Where a database is: a file (or `:memory:`) of SQLite, or the address of a PostgreSQL server. */
export type Place = { readonly file: string } | { readonly url: string };

/**
 * Opens the database, making its tables when they are not there, and brings it to this program's version. Several
 * processes may do so at once. `programme` is written into a database that is still empty.
 */
export const openStore = async (options: {
  readonly place: Place;
  readonly mode: Mode;
  readonly now: Instant;
  readonly programme?: Programme;
}): Promise<Result<Store, OpenFailure>> => {
  const engine = engineAt(options.place);
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  try {
    const mode = await inTransaction(db, engine, 'write', async (open) => {
      const marked = await markedMode(open);
      if (marked !== undefined && marked !== options.mode) return marked;
      await migrate(open, engine.types, options.now);
      if (marked === undefined)
        await open.insertInto('about').values({ name: 'mode', value: options.mode }).execute();
      if (options.programme) await setUpProgramme(open, options.programme);
      return options.mode;
    });
    if (mode === options.mode) return ok(storeOver(db, engine));
    await db.destroy();
    return failed({ kind: 'other-mode', mode });
  } catch (error) {
    await db.destroy();
    throw error;
  }
};

/** The kind of database at a place; nothing is opened before the first statement. */
export const engineAt = (place: Place): Engine =>
  'file' in place ? sqliteEngine(place.file) : postgresEngine(place.url);

/** The mode a database belongs to; `undefined` when it is new. */
const markedMode = async (db: Kysely<Tables>): Promise<Mode | undefined> => {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === 'about')) return undefined;
  const marker = await db.selectFrom('about').select('value').where('name', '=', 'mode').executeTakeFirst();
  return marker?.value as Mode | undefined;
};

/** Milliseconds that a writing transaction waits for its turn: less than callers wait for an answer. */
const longestWait = 10_000;

const storeOver = (db: Kysely<Tables>, engine: Engine): Store => {
  // Writing transactions of one server would only get in each other's way: see decision 26.
  const inTurn = takingTurns(longestWait, () => new StoreUnavailable('too many writers'));
  return {
    read: (work) => inTransaction(db, engine, 'read', (open) => work(recordsIn(open))),
    write: (work) => inTurn(() => inTransaction(db, engine, 'write', (open) => work(recordsIn(open)))),
    forget: async () => void (await engine.overwriteFreed?.(db)),
    ping: async () => void (await sql`select 1`.execute(db)),
    copyTo: (file) => copyWhole(db, engine, file),
    close: () => db.destroy(),
  };
};

const recordsIn = (db: Kysely<Tables>) => ({
  audit: auditIn(db),
  checkpoints: checkpointsIn(db),
  people: peopleIn(db),
  codes: codesIn(db),
  sessions: sessionsIn(db),
  wrongCodes: wrongCodesIn(db),
  sentKeys: sentKeysIn(db),
  register: registerIn(db),
  earlier: earlierIn(db),
  rounds: roundsIn(db),
  returns: returnsIn(db),
  revisions: revisionsIn(db),
  questions: questionsIn(db),
  tallies: talliesIn(db),
  retention: retentionIn(db),
  handedIn: handedInIn(db),
  totals: totalsIn(db),
});
