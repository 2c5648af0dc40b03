import fc from 'fast-check';
import { Kysely } from 'kysely';
import { ownerId, roundId } from '#core/ids.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { canonicalContent } from '../../src/server/store/content-blob.ts';
import { migrate, migrations } from '../../src/server/store/migrate.ts';
import { engineAt, openStore, type Mode, type Place, type Store } from '../../src/server/store/store.ts';
import type { Revision } from '../../src/server/store/revisions.ts';
import type { Tables } from '../../src/server/store/tables.ts';
import { inTransaction } from '../../src/server/store/transaction.ts';
import { codes, oak, programme, round } from '../server/kit/small-programme.ts';
import { databases, type Databases } from './databases.ts';

jest.setTimeout(120_000);
const now = '2009-06-01T12:00:00.000Z';
const later = '2009-06-01T20:00:00.000Z';
const oakSession = { person: 'P-oak', code: 'c1', now, expires: later };

const opened = async (place: Place, mode: Mode = 'real'): Promise<Store> => {
  const store = await openStore({ place, mode, now, programme });
  if (!store.ok) throw new Error('not opened');
  return store.value;
};

const content = (note: string): ReturnContent => ({ rows: [{ key: 'A1', values: { note } }], explanations: [] });

const revision = (number: number, of: ReturnContent): Revision => ({
  owner: oak,
  round,
  number,
  key: `key-${number}`,
  fingerprint: 'f'.repeat(64) as Revision['fingerprint'],
  instrument: programme.rounds[0]!.instrument,
  basedOn: number - 1,
  receipt: `R${number}`,
  at: now,
  person: 'P-oak',
  personName: 'Oak School',
  addIn: 'test',
  counts: { rowsAnswered: 1, rows: 3, cells: 1, explained: 0 },
  content: of,
});

/** Adds a revision after the last one that stands, as a submission does. */
const addNext = (store: Store, note: string) =>
  store.write(async ({ returns, revisions }) => {
    const latest = (await returns.one(round, oak))?.latest ?? 0;
    await returns.put({
      owner: oak,
      round,
      state: 'submitted',
      latest: latest + 1,
      accepted: undefined,
      submittedAt: now,
    });
    await revisions.add(revision(latest + 1, content(note)));
    return latest + 1;
  });

describe.each(databases)('the store on %s', (_name, start) => {
  let bench: Databases;
  beforeAll(async () => {
    bench = await start();
  });
  afterAll(() => bench.stop());

  /** The tables as they lie there. */
  const bare = (place: Place) => {
    const engine = engineAt(place);
    return { engine, db: new Kysely<Tables>({ dialect: engine.dialect }) };
  };

  test.each([
    ['real', 'demo'],
    ['demo', 'real'],
  ] as const)(
    'what belongs to a %s programme does not open as %s, and still opens as what it is',
    async (mode, other) => {
      const place = await bench.newPlace();
      await (await opened(place, mode)).close();
      expect(await openStore({ place, mode: other, now })).toEqual({
        ok: false,
        failure: { kind: 'other-mode', mode },
      });
      await (await opened(place, mode)).close();
    },
  );

  test('what was written is there when it is opened again, and no programme is set up twice', async () => {
    const place = await bench.newPlace();
    const store = await opened(place);
    await addNext(store, 'kept');
    await store.close();
    const again = await opened(place);
    expect(await again.read(({ codes: kept }) => kept.typed(codes.oak))).toMatchObject({ person: 'P-oak' });
    expect(await again.read(({ rounds }) => rounds.all())).toHaveLength(programme.rounds.length);
    expect(await again.read(({ revisions }) => revisions.one(round, oak, 1))).toEqual(revision(1, content('kept')));
    await again.close();
  });

  test('neither codes nor tokens lie in it, only what they hash to', async () => {
    const place = await bench.newPlace();
    const store = await opened(place);
    await store.write(({ sessions }) => sessions.start('the-token', oakSession));
    await store.close();
    const { db } = bare(place);
    const rows = [
      ...(await db.selectFrom('access_codes').selectAll().execute()),
      ...(await db.selectFrom('sessions').selectAll().execute()),
    ];
    await db.destroy();
    expect(rows).toHaveLength(programme.people.length + 1);
    expect(JSON.stringify(rows)).not.toMatch(/the-token|OAK|CODE/);
  });

  test('a transaction that throws leaves nothing behind, and the next one works', async () => {
    const store = await opened(await bench.newPlace());
    const broken = store.write(async ({ sessions }) => {
      await sessions.start('token', oakSession);
      throw new Error('in the middle');
    });
    await expect(broken).rejects.toThrow('in the middle');
    expect(await store.read(({ sessions }) => sessions.byToken('token', now))).toBeUndefined();
    await store.write(({ sessions }) => sessions.start('token', oakSession));
    expect(await store.read(({ sessions }) => sessions.byToken('token', now))).toMatchObject({
      person: { id: 'P-oak' },
    });
    await store.close();
  });

  test('transactions that meet come one after the other: none is lost and none is done twice', async () => {
    const place = await bench.newPlace();
    const [one, other] = [await opened(place), await opened(place)];
    const numbers = await Promise.all(
      Array.from({ length: 24 }, (_, at) => addNext(at % 2 === 0 ? one : other, `note ${at}`)),
    );
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
    expect(await one.read(({ returns }) => returns.one(round, oak))).toMatchObject({ latest: 24 });
    await one.close();
    await other.close();
  });

  test('reads that belong together see one moment, whatever is written meanwhile', async () => {
    const place = await bench.newPlace();
    const [reader, writer] = [await opened(place), await opened(place)];
    await addNext(writer, 'before');
    await reader.read(async ({ returns }) => {
      const first = await returns.one(round, oak);
      await addNext(writer, 'meanwhile');
      expect(await returns.one(round, oak)).toEqual(first);
    });
    expect(await reader.read(({ returns }) => returns.one(round, oak))).toMatchObject({ latest: 2 });
    await reader.close();
    await writer.close();
  });

  test('several servers may open a new one at the same time', async () => {
    const place = await bench.newPlace();
    const stores = await Promise.all(Array.from({ length: 4 }, () => opened(place)));
    for (const store of stores) expect(await store.read(({ people }) => people.enlisted())).toHaveLength(5);
    await Promise.all(stores.map((store) => store.close()));
  });

  test('any content comes back as it was, blank cells apart', async () => {
    const store = await opened(await bench.newPlace());
    let number = 0;
    const text = fc.string({ unit: 'binary' });
    const cell = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null));
    const rows = fc.uniqueArray(
      fc.record({
        key: fc.string({ minLength: 1 }),
        values: fc.dictionary(fc.string({ minLength: 1 }), cell, { noNullPrototype: true }),
      }),
      { selector: ({ key }) => key },
    );
    await fc.assert(
      fc.asyncProperty(rows, async (some) => {
        const sent: ReturnContent = { rows: some, explanations: [] };
        number += 1;
        await store.write(async ({ returns, revisions }) => {
          await returns.put({
            owner: oak,
            round,
            state: 'submitted',
            latest: number,
            accepted: undefined,
            submittedAt: now,
          });
          await revisions.add(revision(number, sent));
        });
        const kept = await store.read(({ revisions }) => revisions.one(round, oak, number));
        expect(kept?.content).toEqual(JSON.parse(JSON.stringify(canonicalContent(sent))));
      }),
      { numRuns: 40 },
    );
    await store.close();
  });

  test('questions keep every sign of a person’s words, and count as open until they are settled', async () => {
    const store = await opened(await bench.newPlace());
    await addNext(store, 'asked about');
    const text = 'Why “3”? – naïve 𝒳 \\ \' " ; -- %_ \n\t end';
    await store.write(({ questions }) =>
      questions.ask({
        owner: oak,
        round,
        id: 'q1' as Parameters<typeof questions.settle>[2],
        row: 'A1',
        field: 'note',
        text,
        revision: 1,
        value: null,
        by: 'Mo Mentor',
        at: now,
        reply: undefined,
        settled: undefined,
      }),
    );
    const [asked] = await store.read(({ questions }) => questions.ofReturn(round, oak));
    expect(asked?.text).toBe(text);
    expect(await store.read(({ questions }) => questions.openCounts())).toEqual([{ round, owner: oak, open: 1 }]);
    if (asked) await store.write(({ questions }) => questions.settle(round, oak, asked.id, 'x', later));
    expect(await store.read(({ questions }) => questions.openCounts())).toEqual([]);
    await store.close();
  });

  test('a reference to what is not there is refused', async () => {
    const store = await opened(await bench.newPlace());
    await expect(
      store.write(({ returns }) =>
        returns.put({
          owner: ownerId('000000'),
          round: roundId('NONE'),
          state: 'submitted',
          latest: 1,
          accepted: undefined,
          submittedAt: now,
        }),
      ),
    ).rejects.toThrow();
    await store.close();
  });

  test.each(migrations.slice(0, -1).map(({ number, title }) => [number, title] as const))(
    'a database of version %i (%s) is brought to today’s',
    async (version) => {
      const place = await bench.newPlace();
      const { db, engine } = bare(place);
      await inTransaction(db, engine, 'write', async (open) => {
        await migrate(open, engine.types, now, migrations.slice(0, version));
        await open.insertInto('about').values({ name: 'mode', value: 'real' }).execute();
      });
      await db.destroy();
      const store = await opened(place);
      await addNext(store, 'after');
      expect(await store.read(({ revisions }) => revisions.one(round, oak, 1))).toMatchObject({ number: 1 });
      await store.close();
    },
  );
});
