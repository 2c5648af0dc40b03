import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { openLibsql } from '../../../src/server/store/libsql.ts';
import { migrate, migrations, type Migration } from '../../../src/server/store/migrate.ts';
import { openStore, type Mode } from '../../../src/server/store/store.ts';
import { sqliteEngine } from '../../../src/server/store/sqlite-engine.ts';
import type { Tables } from '../../../src/server/store/tables.ts';
import { inTransaction, StoreUnavailable } from '../../../src/server/store/transaction.ts';
import { programme } from '../kit/small-programme.ts';

const folder = mkdtempSync(join(tmpdir(), 'stem-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = () => join(folder, `${(files += 1)}.db`);
const now = '2009-06-01T12:00:00.000Z';
const opened = async (file: string, mode: Mode = 'real') => {
  const store = await openStore({ place: { file }, mode, now, programme });
  if (!store.ok) throw new Error('not opened');
  return store.value;
};

describe('a data file', () => {
  test('waits for the disk at every commit, writes ahead, and holds its references', async () => {
    const db = openLibsql(newFile());
    const value = (sql: string) => Object.values(db.prepare(sql).all([])[0] as object)[0] as unknown;
    expect(value('pragma journal_mode')).toBe('wal');
    expect(value('pragma synchronous')).toBe(2);
    expect(value('pragma foreign_keys')).toBe(1);
    expect(value('pragma busy_timeout')).toBe(5);
    db.close();
  });

  test('is copied whole into one new file, and never over another', async () => {
    const store = await opened(':memory:', 'demo');
    const copy = newFile();
    await store.copyTo(copy);
    await expect(store.copyTo(copy)).rejects.toThrow();
    await store.close();
    const other = await opened(copy, 'demo');
    expect(await other.read(({ people }) => people.enlisted())).toHaveLength(5);
    await other.close();
  });
});

describe('a transaction', () => {
  test('that cannot get the write lock in time is unavailable, and the next one works', async () => {
    const file = newFile();
    await (await opened(file)).close();
    const other = openLibsql(file);
    other.exec('begin immediate');
    const engine = sqliteEngine(file);
    const db = new Kysely<Tables>({ dialect: engine.dialect });
    await expect(inTransaction(db, engine, 'write', async () => undefined)).rejects.toBeInstanceOf(StoreUnavailable);
    other.exec('rollback');
    await expect(inTransaction(db, engine, 'write', async () => 'done')).resolves.toBe('done');
    other.close();
    await db.destroy();
  }, 30_000);
});

describe('what libsql would die of, cut off or change is held off', () => {
  const db = openLibsql(':memory:');
  afterAll(() => db.close());

  test.each<[string, unknown]>([
    ['yes or no', true],
    ['a date', new Date(0)],
    ['nothing at all', undefined],
    ['an integer too large to be told from the next', 2 ** 53],
    ['no number', NaN],
    ['an object', {}],
    ['a text with a NUL', 'cut\u0000off'],
    ['a big integer', 10n],
  ])('binding %s is thrown back', (_what, value) => {
    expect(() => db.prepare('select ? as value').all([value])).toThrow(TypeError);
  });

  test.each([[null], ['text'], [''], [0], [-1.5], [2 ** 53 - 1]])('%p comes back as it went in', (value) => {
    expect(db.prepare('select ? as value').all([value])).toEqual([{ value }]);
  });

  test.each([[new Uint8Array([0, 1, 255])], [new Uint8Array()]])('bytes come back as bytes: %p', (value) => {
    const [row] = db.prepare('select ? as value').all([value]) as [{ value: unknown }];
    expect(row.value).toBeInstanceOf(Uint8Array);
    expect([...(row.value as Uint8Array)]).toEqual([...value]);
  });
});

describe('migrations', () => {
  const memory = () => new Kysely<Tables>({ dialect: new SqliteDialect({ database: openLibsql(':memory:') }) });
  const types = { blob: 'blob' } as const;

  test('are numbered from 1 without a gap', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, at) => at + 1));
  });

  test('are applied once each, in order, however often a database is opened', async () => {
    const applied: number[] = [];
    const step = (number: number): Migration => ({
      number,
      title: `step ${number}`,
      up: async () => void applied.push(number),
    });
    const db = memory();
    await migrate(db, types, now, [step(1)]);
    await migrate(db, types, now, [step(1), step(2), step(3)]);
    await migrate(db, types, now, [step(1), step(2), step(3)]);
    expect(applied).toEqual([1, 2, 3]);
    await db.destroy();
  });

  test('tell of a revision from before that it was made with the version its round was opened with', async () => {
    const db = memory();
    await migrate(db, types, now, migrations.slice(0, 2));
    const [owner, round] = ['999901', 'GA-200809'];
    await db.insertInto('owners').values({ owner, kind: 'school', name: 'Oak', enlisted: 1 }).execute();
    const opened = { title: 'Garden', instrument: 'garden-steps@4', academic_year: '200809', opens: now };
    await db
      .insertInto('rounds')
      .values({ ...opened, round, closes: null } as Tables['rounds'])
      .execute();
    await db
      .insertInto('returns')
      .values({ owner, round, state: 'submitted', latest: 1, accepted: null, submitted_at: now } as Tables['returns'])
      .execute();
    const revision = {
      ...{ owner, round, number: 1, submission_key: 'k1', fingerprint: 'f', based_on: 0, receipt: 'r', at: now },
      ...{ person: 'P-oak', person_name: 'Oak', add_in: '1', content: new Uint8Array([1]) },
      ...{ rows_answered: 0, rows_in_all: 0, cells: 0, explained: 0 },
    };
    await db
      .insertInto('revisions')
      .values(revision as Tables['revisions'])
      .execute();
    await migrate(db, types, now, migrations.slice(0, 3));
    const kept = await db.selectFrom('revisions').selectAll().execute();
    expect(kept).toEqual([{ ...revision, instrument: 'garden-steps@4' }]);
    await db.destroy();
  });

  test('refuse a database made by a newer program', async () => {
    const db = memory();
    const step: Migration = {
      number: (migrations.at(-1)?.number ?? 0) + 1,
      title: 'of the future',
      up: async () => undefined,
    };
    await migrate(db, types, now, [...migrations, step]);
    await expect(migrate(db, types, now)).rejects.toThrow(/newer program/);
    await db.destroy();
  });
});
