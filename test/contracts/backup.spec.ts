import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { paths } from '#wire/paths.ts';
import { tablesInOrder } from '../../src/server/store/copy-tables.ts';
import { migrate, migrations } from '../../src/server/store/migrate.ts';
import { restoreFrom } from '../../src/server/store/restore.ts';
import { engineAt, openStore, type Place } from '../../src/server/store/store.ts';
import type { Tables } from '../../src/server/store/tables.ts';
import { inTransaction } from '../../src/server/store/transaction.ts';
import { verifyAudit } from '../../src/server/store/verify-audit.ts';
import { contentOf, endpointOver, submission } from '../server/kit/endpoint.ts';
import { oak, programme, round } from '../server/kit/small-programme.ts';
import { databases, type Databases } from './databases.ts';

const now = '2009-06-01T12:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'stem-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = () => join(folder, `backup-${(files += 1)}.db`);

const opened = async (place: Place) => {
  const store = await openStore({ place, mode: 'real', now });
  if (!store.ok) throw new Error('not opened');
  return store.value;
};

/** A programme in which something has happened, through the endpoint. */
const fill = async (place: Place) => {
  const store = await openStore({ place, mode: 'real', now, programme });
  if (!store.ok) throw new Error('not opened');
  const endpoint = endpointOver(store.value);
  const [school, mentor, team] = [
    await endpoint.signIn('oak'),
    await endpoint.signIn('mentor'),
    await endpoint.signIn('team'),
  ];
  const note = 'naïve “quotes” – 𝒳 = 3';
  const content = contentOf({ A1: { stage: '3 Done', note }, A2: { stage: '2 Half done' } });
  await school.submit(round, oak, submission(round, oak, 'k1', 0, content));
  await mentor.post(paths.questions(round, oak), { id: 'q1', row: 'A1', field: 'stage', revision: 1, text: note });
  await school.post(paths.remarks(round, oak, 'q1'), { id: 'r1', text: 'So it is.' });
  await school.put(paths.assignee(round, oak, 'q1'), { name: 'Ms Patel' });
  await mentor.put(paths.acceptance(round, oak), { revision: 1 });
  await team.patch(paths.school(oak), { region: 'London', mentor: 'M-2' });
  await team.patch(paths.round(round), { title: 'Beds' });
  await team.post(paths.register, { urn: '999950', name: 'Reedham' });
  await store.value.write(({ checkpoints }) => checkpoints.make(now));
  await endpoint.app.close();
  return store.value;
};

/** Every row of every table, in an order that does not hang on the database. */
const everything = async (place: Place): Promise<Record<string, readonly string[]>> => {
  const db = new Kysely<Tables>({ dialect: engineAt(place).dialect });
  const all: Record<string, readonly string[]> = {};
  for (const table of tablesInOrder) {
    const rows: readonly object[] = await db.selectFrom(table).selectAll().execute();
    const plain = (row: object) =>
      JSON.stringify(
        Object.entries(row)
          .map(([name, value]) => [name, value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value])
          .sort(),
      );
    all[table] = rows.map(plain).sort();
  }
  await db.destroy();
  return all;
};

const benches = {} as Record<string, Databases>;
beforeAll(async () => {
  for (const [name, start] of databases) benches[name] = await start();
});
afterAll(async () => {
  for (const bench of Object.values(benches)) await bench.stop();
});

const kinds = databases.map(([name]) => name);

test.each(kinds)('a backup knows every table that there is on %s', async (kind) => {
  const place = await benches[kind]!.newPlace();
  await (await opened(place)).close();
  const db = new Kysely<Tables>({ dialect: engineAt(place).dialect });
  const there = (await db.introspection.getTables()).map(({ name }) => name);
  await db.destroy();
  expect([...tablesInOrder, 'migrations'].sort()).toEqual(there.sort());
});

test.each(kinds.flatMap((from) => kinds.map((to) => [from, to] as const)))(
  'what is backed up from %s and restored into %s is the same, row by row, and the log of acts still verifies',
  async (from, to) => {
    const [before, after] = [await benches[from]!.newPlace(), await benches[to]!.newPlace()];
    const store = await fill(before);
    const file = newFile();
    await store.copyTo(file);
    await expect(store.copyTo(file)).rejects.toThrow();
    await store.close();
    const bytes = readFileSync(file);

    expect(await restoreFrom(file, after, now)).toMatchObject({ ok: true });
    expect(readFileSync(file).equals(bytes)).toBe(true);
    const earlier = ['earlier_owners', 'earlier_rounds', 'earlier_questions', 'looked_after'];
    const [was, is] = [await everything(before), await everything(after)];
    expect(is).toEqual(was);
    for (const table of [
      'revisions',
      'tallies',
      'moves',
      'questions',
      'remarks',
      'audit',
      'audit_anchors',
      ...earlier,
    ]) {
      expect([table, is[table]?.length]).not.toEqual([table, 0]);
    }
    const restored = await opened(after);
    expect(await verifyAudit(restored)).toMatchObject({ faults: [], brokenCheckpoints: [], checkpoints: 1 });
    await restored.close();
  },
);

describe.each(kinds)('on %s', (kind) => {
  test('nothing is restored over what is there', async () => {
    const place = await benches[kind]!.newPlace();
    const store = await fill(place);
    const file = newFile();
    await store.copyTo(file);
    await store.close();
    const before = await everything(place);
    expect(await restoreFrom(file, place, now)).toEqual({ ok: false, failure: { kind: 'not-empty' } });
    expect(await everything(place)).toEqual(before);
  });

  test.each(migrations.map(({ number, title }) => [number, title] as const))(
    'a backup of version %i (%s) is brought to today’s',
    async (version) => {
      const file = newFile();
      const engine = engineAt({ file });
      const db = new Kysely<Tables>({ dialect: engine.dialect });
      await inTransaction(db, engine, 'write', async (open) => {
        await migrate(open, engine.types, now, migrations.slice(0, version));
        await open.insertInto('about').values({ name: 'mode', value: 'real' }).execute();
        await open
          .insertInto('owners')
          .values({ owner: oak, kind: 'school', name: 'Oak School', enlisted: 1 })
          .execute();
      });
      await db.destroy();
      const place = await benches[kind]!.newPlace();
      expect(await restoreFrom(file, place, now)).toMatchObject({ ok: true });
      const store = await opened(place);
      expect(await store.read(({ people }) => people.enlisted())).toMatchObject([{ name: 'Oak School' }]);
      await store.close();
    },
  );
});

test.each([
  ['no database', 'This is a letter, not a backup. '.repeat(200)],
  ['empty', ''],
])('a file that is %s is no backup, and the database stays empty', async (_what, text) => {
  const file = newFile();
  writeFileSync(file, text);
  const place = await benches['SQLite']!.newPlace();
  expect(await restoreFrom(file, place, now)).toMatchObject({ ok: false, failure: { kind: 'no-backup' } });
  expect(readFileSync(file, 'utf8')).toBe(text);
});
