import { Kysely } from 'kysely';
import { engineAt, openStore, type Place, type Store } from '../../src/server/store/store.ts';
import type { Tables } from '../../src/server/store/tables.ts';
import { verifyAudit } from '../../src/server/store/verify-audit.ts';
import { programme } from '../server/kit/small-programme.ts';
import { databases, type Databases } from './databases.ts';

const now = '2009-06-01T12:00:00.000Z';
const by = { id: 'P-oak', name: 'Olive Oak' };

describe.each(databases)('the log of acts on %s', (_name, start) => {
  let bench: Databases;
  let place: Place;
  let store: Store;
  let db: Kysely<Tables>;
  beforeAll(async () => {
    bench = await start();
  });
  afterAll(() => bench.stop());
  beforeEach(async () => {
    place = await bench.newPlace();
    const opened = await openStore({ place, mode: 'real', now, programme });
    if (!opened.ok) throw new Error('not opened');
    store = opened.value;
    db = new Kysely<Tables>({ dialect: engineAt(place).dialect });
  });
  afterEach(async () => {
    await db.destroy();
    await store.close();
  });

  const note = (log: string, act: string, reason?: string) =>
    store.write(({ audit }) => audit.note({ log, at: now, act, about: { round: 'R1', revision: 2 }, by, reason }));
  const checkpoint = () => store.write(({ checkpoints }) => checkpoints.make(now));

  test('acts stand in it in their order, with who and why beside them', async () => {
    await note('999901', 'submit');
    await note('999902', 'submit');
    await note('999901', 'withdraw', 'Sent “by mistake”.');
    const entries = await store.read(({ audit }) => audit.entries('999901'));
    expect(entries.map(({ entry }) => [entry.number, entry.act])).toEqual([
      [1, 'submit'],
      [2, 'withdraw'],
    ]);
    expect(entries[1]?.entry.about).toEqual({ round: 'R1', revision: 2 });
    expect(entries[1]?.kept?.detail).toEqual({ person: 'P-oak', name: 'Olive Oak', reason: 'Sent “by mistake”.' });
    expect(await store.read(({ audit }) => audit.entries('999901', 1))).toHaveLength(1);
    expect(await verifyAudit(store)).toMatchObject({ logs: 2, entries: 3, faults: [], brokenCheckpoints: [] });
  });

  test('acts of one owner that meet stand one after the other', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, at) => note('999901', `act-${at}`)));
    expect(await store.read(({ audit }) => audit.entries('999901'))).toHaveLength(12);
    expect(await verifyAudit(store)).toMatchObject({ entries: 12, faults: [] });
  });

  test('an act that is rolled back was never in it', async () => {
    await note('999901', 'submit');
    const broken = store.write(async ({ audit }) => {
      await audit.note({ log: '999901', at: now, act: 'accept', about: {}, by });
      throw new Error('in the middle');
    });
    await expect(broken).rejects.toThrow('in the middle');
    expect(await verifyAudit(store)).toMatchObject({ entries: 1, faults: [] });
  });

  test('who it was may be purged, and it still holds', async () => {
    await note('999901', 'submit');
    await note('999901', 'withdraw', 'A secret reason.');
    await db.deleteFrom('audit_details').where('log', '=', '999901').execute();
    expect(await verifyAudit(store)).toMatchObject({ entries: 2, faults: [] });
    const rest = JSON.stringify(await db.selectFrom('audit').selectAll().execute());
    expect(rest).not.toMatch(/Olive|P-oak|secret/);
  });

  test('an act changed in the database shows, and so does a person', async () => {
    await note('999901', 'submit');
    await note('999901', 'accept');
    await note('999902', 'submit');
    await db
      .updateTable('audit')
      .set({ act: 'withdraw' })
      .where('log', '=', '999901')
      .where('number', '=', 2)
      .execute();
    await db.updateTable('audit_details').set({ name: 'Somebody else' }).where('log', '=', '999902').execute();
    expect((await verifyAudit(store)).faults).toEqual([
      { log: '999901', number: 2, kind: 'changed' },
      { log: '999902', number: 1, kind: 'detail-changed' },
    ]);
  });

  test('a log that lost its end shows against a checkpoint, and one that is gone altogether', async () => {
    await note('999901', 'submit');
    await note('999902', 'submit');
    const first = await checkpoint();
    expect(await checkpoint()).toEqual(first);
    await note('999901', 'accept');
    expect((await checkpoint()).number).toBe(2);
    expect(await verifyAudit(store)).toMatchObject({ checkpoints: 2, faults: [], brokenCheckpoints: [] });

    await db.deleteFrom('audit_details').execute();
    await db.deleteFrom('audit').where('log', '=', '999901').where('number', '=', 2).execute();
    await db.deleteFrom('audit').where('log', '=', '999902').execute();
    expect((await verifyAudit(store)).faults).toEqual([
      { log: '999901', number: 2, kind: 'not-as-anchored' },
      { log: '999902', number: 1, kind: 'not-as-anchored' },
    ]);
  });

  test('a checkpoint that was changed shows, and so do all anchors left out of one', async () => {
    await note('999901', 'submit');
    await checkpoint();
    await note('999902', 'submit');
    await checkpoint();
    await db.deleteFrom('audit_anchors').where('log', '=', '999901').execute();
    expect((await verifyAudit(store)).brokenCheckpoints).toEqual([1, 2]);
  });

  test('a log of any length is gone through to its end', async () => {
    await store.write(({ audit }) =>
      audit.noteAll(
        ['999901', '999902', '999903'].flatMap((log) =>
          Array.from({ length: 701 }, (_, nth) => ({ log, at: now, act: 'submit', about: { nth }, by })),
        ),
      ),
    );
    await checkpoint();
    expect(await verifyAudit(store)).toMatchObject({ logs: 3, entries: 2103, faults: [], brokenCheckpoints: [] });
    for (const [log, number] of [
      ['999901', 701],
      ['999902', 600],
      ['999903', 1],
    ] as const) {
      await db
        .updateTable('audit')
        .set({ about: '{}' })
        .where('log', '=', log)
        .where('number', '=', number)
        .execute();
    }
    expect((await verifyAudit(store)).faults).toEqual([
      { log: '999901', number: 701, kind: 'changed' },
      { log: '999902', number: 600, kind: 'changed' },
      { log: '999903', number: 1, kind: 'changed' },
    ]);
  });

  test('what is written down while it is gone through breaks nothing', async () => {
    const acts = (log: string) => Array.from({ length: 400 }, () => ({ log, at: now, act: 'submit', about: {}, by }));
    await store.write(({ audit }) => audit.noteAll(['999902', '999903'].flatMap(acts)));
    await checkpoint();
    const growing: Store = {
      ...store,
      read: async (work) => {
        const found = await store.read(work);
        for (const log of ['999901', '999902', '999903', '999904']) await note(log, 'accept');
        await checkpoint();
        return found;
      },
    };
    expect(await verifyAudit(growing)).toMatchObject({ checkpoints: 1, faults: [], brokenCheckpoints: [] });
    expect(await verifyAudit(store)).toMatchObject({ logs: 4, faults: [], brokenCheckpoints: [] });
  });

  test('a checkpoint is found by its hash', async () => {
    await note('999901', 'submit');
    const first = await checkpoint();
    expect(await store.read(({ checkpoints }) => checkpoints.byHash(first.hash))).toEqual(first);
    expect(await store.read(({ checkpoints }) => checkpoints.byHash('0'.repeat(64)))).toBeUndefined();
  });
});
