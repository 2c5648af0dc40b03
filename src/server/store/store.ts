import { Kysely, SqliteDialect, sql } from 'kysely';
import type { Instant } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { openLibsql } from './libsql.ts';
import { migrate } from './migrate.ts';
import { peopleIn } from './people.ts';
import { setUpProgramme, type Programme } from './programme.ts';
import { questionsIn } from './questions.ts';
import { returnsIn } from './returns.ts';
import { revisionsIn } from './revisions.ts';
import { roundsIn } from './rounds.ts';
import type { Tables } from './tables.ts';
import { talliesIn } from './tallies.ts';
import { inTransaction } from './transaction.ts';

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
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /** Writes everything into one new file, whole or not at all; the file must not exist yet. */
  copyTo(file: string): Promise<void>;
  close(): Promise<void>;
}

export type OpenFailure =
  /** The file belongs to the other mode; it was not touched. */
  { readonly kind: 'other-mode'; readonly mode: Mode };

/**
 * Opens the data file, making it when it is not there, and brings it to this program's version.
 * `programme` is written into a file that is still empty.
 */
export const openStore = async (options: {
  /** Path of the file, or `:memory:`. */
  readonly file: string;
  readonly mode: Mode;
  readonly now: Instant;
  readonly programme?: Programme;
}): Promise<Result<Store, OpenFailure>> => {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openLibsql(options.file) }) });
  try {
    const mode = await inTransaction(db, 'write', async (open) => {
      const marked = await markedMode(open);
      if (marked !== undefined && marked !== options.mode) return marked;
      await migrate(open, { blob: 'blob' }, options.now);
      if (marked === undefined)
        await open.insertInto('about').values({ name: 'mode', value: options.mode }).execute();
      if (options.programme) await setUpProgramme(open, options.programme);
      return options.mode;
    });
    if (mode === options.mode) return ok(storeOver(db));
    await db.destroy();
    return failed({ kind: 'other-mode', mode });
  } catch (error) {
    await db.destroy();
    throw error;
  }
};

/** The mode a database belongs to; `undefined` when it is new. */
const markedMode = async (db: Kysely<Tables>): Promise<Mode | undefined> => {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === 'about')) return undefined;
  const marker = await db.selectFrom('about').select('value').where('name', '=', 'mode').executeTakeFirst();
  return marker?.value as Mode | undefined;
};

const storeOver = (db: Kysely<Tables>): Store => ({
  read: (work) => inTransaction(db, 'read', (open) => work(recordsIn(open))),
  write: (work) => inTransaction(db, 'write', (open) => work(recordsIn(open))),
  ping: async () => void (await sql`select 1`.execute(db)),
  copyTo: async (file) => void (await sql`vacuum into ${sql.lit(file)}`.execute(db)),
  close: () => db.destroy(),
});

const recordsIn = (db: Kysely<Tables>) => ({
  people: peopleIn(db),
  rounds: roundsIn(db),
  returns: returnsIn(db),
  revisions: revisionsIn(db),
  questions: questionsIn(db),
  tallies: talliesIn(db),
});
