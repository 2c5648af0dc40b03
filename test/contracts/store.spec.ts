import fc from 'fast-check';
import { Kysely } from 'kysely';
import { ownerId, questionId, roundId } from '#core/ids.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import type { Move } from '#core/returns/states.ts';
import { canonicalContent, packContent } from '../../src/server/store/content-blob.ts';
import { migrate, migrations } from '../../src/server/store/migrate.ts';
import { engineAt, openStore, type Mode, type Place, type Store } from '../../src/server/store/store.ts';
import type { QuestionRecord } from '../../src/server/store/questions.ts';
import type { MoveMade, ReturnRecord } from '../../src/server/store/returns.ts';
import type { Revision } from '../../src/server/store/revisions.ts';
import type { RoundRecord } from '../../src/server/store/rounds.ts';
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
  instrument: 'garden-steps@1',
  basedOn: number - 1,
  receipt: `R${number}`,
  at: now,
  person: 'P-oak',
  personName: 'Oak School',
  addIn: 'test',
  lateReason: undefined,
  counts: { rowsAnswered: 1, rows: 3, cells: 1, explained: 0 },
  content: of,
});

/** How Oak's return stands after a move, over how it stood. */
const head = (over: Partial<ReturnRecord> = {}): ReturnRecord => ({
  ...{ owner: oak, round, state: 'submitted', latest: 1, accepted: undefined, reopened: false },
  ...{ submittedAt: now, movedAt: now },
  ...over,
});
const by = (move: Move, reason?: string): MoveMade => ({ move, person: 'P-oak', personName: 'Oak School', reason });

/** Adds a revision after the last one that stands, as a submission does. */
const addNext = (store: Store, note: string) =>
  store.write(async ({ returns, revisions }) => {
    const latest = (await returns.one(round, oak))?.latest ?? 0;
    await returns.move(head({ latest: latest + 1 }), by('submit'));
    await revisions.add(revision(latest + 1, content(note)));
    return latest + 1;
  });

const question = (id: string, over: Partial<QuestionRecord> = {}): QuestionRecord => ({
  ...{ owner: oak, round, id: questionId(id), row: 'A1', field: 'note', text: 'Why?', revision: 1, value: null },
  ...{ by: 'Mo Mentor', at: now, remarks: [], assignee: undefined, settled: undefined },
  ...over,
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

  test('between any two transactions of whoever does many, everything else that waits has its turn', async () => {
    const store = await opened(await bench.newPlace());
    let turns = 0;
    let isOver = false;
    const waitsFor = (): void => {
      turns += 1;
      if (!isOver) setImmediate(waitsFor);
    };
    setImmediate(waitsFor);
    for (let done = 0; done < 40; done += 1) await store.read(({ people }) => people.enlisted());
    for (let done = 0; done < 10; done += 1) await addNext(store, 'again');
    isOver = true;
    expect(turns).toBeGreaterThanOrEqual(50);
    await store.close();
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
          await returns.move(head({ latest: number }), by('submit'));
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
    await store.write(({ questions }) => questions.ask(question('q1', { text })));
    const [asked] = await store.read(({ questions }) => questions.ofReturn(round, oak));
    expect(asked?.text).toBe(text);
    expect(await store.read(({ questions }) => questions.openCounts())).toEqual([{ round, owner: oak, open: 1 }]);
    if (asked)
      await store.write(({ questions }) =>
        questions.settle(round, oak, asked.id, { at: later, by: 'Mo', value: 'x' }),
      );
    expect(await store.read(({ questions }) => questions.openCounts())).toEqual([]);
    await store.close();
  });

  test('a reference to what is not there is refused', async () => {
    const store = await opened(await bench.newPlace());
    await expect(
      store.write(({ returns }) =>
        returns.move(head({ owner: ownerId('000000'), round: roundId('NONE') }), by('submit')),
      ),
    ).rejects.toThrow();
    await store.close();
  });

  test('the history of a return ends where the return stands, whatever move was made last', async () => {
    const store = await opened(await bench.newPlace());
    const write = (over: Partial<ReturnRecord>, move: Move, reason?: string) =>
      store.write(({ returns }) => returns.move(head(over), by(move, reason)));
    await write({ state: 'in-progress', latest: 0, submittedAt: undefined }, 'start');
    expect(await store.read(({ returns }) => returns.one(round, oak))).toMatchObject({ submittedAt: undefined });
    await write({ movedAt: later }, 'submit');
    await write({ state: 'accepted', accepted: 1, movedAt: later }, 'accept');
    await write({ state: 'reopened', accepted: 1, reopened: true, movedAt: later }, 'reopen', 'Why “so”?');
    const [moves, standing] = await store.read(async ({ returns }) => [
      await returns.moves(round, oak),
      await returns.one(round, oak),
    ]);
    expect(moves.map(({ number, move, state, latest }) => [number, move, state, latest])).toEqual([
      [1, 'start', 'in-progress', 0],
      [2, 'submit', 'submitted', 1],
      [3, 'accept', 'accepted', 1],
      [4, 'reopen', 'reopened', 1],
    ]);
    const last = moves.at(-1)!;
    expect(last).toMatchObject({ at: later, personName: 'Oak School', reason: 'Why “so”?' });
    expect(standing).toEqual(
      head({ state: last.state, latest: last.latest, accepted: last.accepted, reopened: true, movedAt: last.at }),
    );
    await store.close();
  });

  test('a round is told as it was at any instant: states, what counted, open questions, and as it is now', async () => {
    const store = await opened(await bench.newPlace());
    const at = (day: number) => `2009-06-0${day}T12:00:00.000Z`;
    await store.write(async ({ returns, revisions, questions }) => {
      await returns.move(head({ movedAt: at(1) }), by('submit'));
      await revisions.add(revision(1, content('first')));
      await returns.move(head({ state: 'accepted', accepted: 1, movedAt: at(2) }), by('accept'));
      await returns.move(head({ state: 'questioned', accepted: 1, movedAt: at(3) }), by('ask'));
      await questions.ask(question('q1', { at: at(3) }));
      await returns.move(head({ latest: 2, accepted: 1, movedAt: at(4) }), by('submit'));
      await revisions.add(revision(2, content('second')));
      await questions.settle(round, oak, questionId('q1'), { at: at(5), by: 'Mo', value: null });
      await returns.move(head({ state: 'accepted', latest: 2, accepted: 2, movedAt: at(5) }), by('accept'));
      await returns.move(head({ state: 'withdrawn', latest: 2, movedAt: at(6) }), by('withdraw', 'x'));
    });
    const before = (instant: string | undefined) =>
      store.read(async ({ returns, revisions, questions }) => ({
        state: (await returns.ofRound(round, instant))[0]?.state,
        counting: (await revisions.accepted(round, instant)).get(oak)?.number,
        open: (await questions.openInRound(round, instant)).get(oak) ?? 0,
      }));
    const nothing = { state: undefined, counting: undefined, open: 0 };
    const first = { counting: 1 };
    expect(await before(at(1))).toEqual(nothing);
    expect(await before(at(2))).toEqual({ ...nothing, state: 'submitted' });
    expect(await before(at(3))).toEqual({ ...first, state: 'accepted', open: 0 });
    expect(await before(at(4))).toEqual({ ...first, state: 'questioned', open: 1 });
    expect(await before(at(5))).toEqual({ ...first, state: 'submitted', open: 1 });
    expect(await before(at(6))).toEqual({ state: 'accepted', counting: 2, open: 0 });
    expect(await before(at(7))).toEqual({ ...nothing, state: 'withdrawn' });
    expect(await before(undefined)).toEqual({ ...nothing, state: 'withdrawn' });
    await store.close();
  });

  test('a revision says which expected years it has no pupils of, and a round says it of all that lack some', async () => {
    const store = await opened(await bench.newPlace());
    await store.write(async ({ returns, revisions }) => {
      await returns.move(head({ latest: 3 }), by('submit'));
      await revisions.add({ ...revision(1, content('first')), yearsMissing: [7, 10] });
      await revisions.add(revision(2, content('second')));
      await revisions.add({ ...revision(3, content('third')), yearsMissing: [7] });
    });
    const [lacking, first, second] = await store.read(async ({ revisions }) => [
      await revisions.lackingYears(round),
      await revisions.one(round, oak, 1),
      (await revisions.heads(round, oak))[1],
    ]);
    expect([...lacking].map(([owner, years]) => [owner, [...years]])).toEqual([
      [
        oak,
        [
          [1, [7, 10]],
          [3, [7]],
        ],
      ],
    ]);
    expect(first?.yearsMissing).toEqual([7, 10]);
    expect(second).not.toHaveProperty('yearsMissing');
    await store.close();
  });

  test('a tally is found for the very revision and definition asked for, and another definition takes its place', async () => {
    const store = await opened(await bench.newPlace());
    await addNext(store, 'first');
    await addNext(store, 'second');
    const [one, two] = [
      { owner: oak, revision: 1 },
      { owner: oak, revision: 2 },
    ];
    const sums = (of: typeof one, definition: string) =>
      store.read(async ({ tallies }) => (await tallies.some(round, [of], definition)).get(oak)?.sums);
    await store.write(({ tallies }) => tallies.add(round, oak, 1, { definition: 'd', sums: [1, 0.5] }));
    expect(await sums(one, 'd')).toEqual([1, 0.5]);
    expect(await sums(two, 'd')).toBeUndefined();
    expect(await sums(one, 'e')).toBeUndefined();
    await store.write(({ tallies }) => tallies.add(round, oak, 1, { definition: 'e', sums: [2] }));
    expect(await sums(one, 'd')).toBeUndefined();
    expect(await sums(one, 'e')).toEqual([2]);
    expect(
      (await store.read(({ revisions }) => revisions.some(round, [two, one]))).map(({ number }) => number),
    ).toEqual([2, 1]);
    await store.close();
  });

  test('the last total of a round comes back with what is in it', async () => {
    const store = await opened(await bench.newPlace());
    const total = (definition: string, whole: boolean, counted: readonly (readonly [string, number])[]) => ({
      ...{ definition, whole, sums: [counted.length, -0.25] },
      counted: new Map(counted.map(([owner, revision]) => [ownerId(owner), revision])),
    });
    expect(await store.read(({ totals }) => totals.of(round))).toBeUndefined();
    for (const wanted of [
      total('d', true, []),
      total('e', false, [
        ['999901', 3],
        ['999902', 1],
      ]),
    ]) {
      await store.write(({ totals }) => totals.put(round, wanted));
      expect(await store.read(({ totals }) => totals.of(round))).toEqual(wanted);
    }
    await store.close();
  });

  test('what is said to a question is added to what was said before, and stands in order', async () => {
    const store = await opened(await bench.newPlace());
    await addNext(store, 'asked about');
    const remarks = [
      { id: 'z', from: 'owner', text: 'It was wet.', by: 'Oak School', at: now },
      { id: 'a', from: 'reviewer', text: 'All year?', by: 'Mo Mentor', at: later },
    ] as const;
    await store.write(async ({ questions }) => {
      await questions.ask(question('q1'));
      await questions.ask(question('q2'));
      for (const remark of remarks) await questions.say(round, oak, questionId('q1'), remark);
      await questions.assign(round, oak, questionId('q2'), 'Ms Patel', now);
    });
    expect(await store.read(({ questions }) => questions.ofReturn(round, oak))).toEqual([
      question('q1', { remarks }),
      question('q2', { assignee: 'Ms Patel' }),
    ]);
    await store.write(({ questions }) => questions.assign(round, oak, questionId('q2'), undefined, later));
    expect((await store.read(({ questions }) => questions.ofReturn(round, oak)))[1]?.assignee).toBeUndefined();
    await store.close();
  });

  test('a round is kept with all that was decided about it, and as it was changed last', async () => {
    const store = await opened(await bench.newPlace());
    const full: RoundRecord = {
      ...{ id: roundId('GA-200910'), title: 'Garden', instrument: 'garden-steps@1', academicYear: '200910' },
      ...{ opens: now, closes: later, late: true, detail: 'tally', yearGroups: [7, 9], keepUntil: later },
    };
    const { closes, keepUntil, ...bare } = { ...full, late: false, yearGroups: [] };
    for (const wanted of [full, bare, full]) {
      await store.write(({ rounds }) => rounds.put(wanted, now));
      expect(await store.read(({ rounds }) => rounds.one(full.id))).toEqual(wanted);
    }
    expect([closes, keepUntil]).toEqual([later, later]);
    await store.close();
  });

  test('of a total kept by an earlier version it is not known that it was added up of whole numbers', async () => {
    const earlier = roundId('GA-200506');
    const place = await bench.newPlace();
    const { db, engine } = bare(place);
    await inTransaction(db, engine, 'write', async (open) => {
      const steps = migrations.filter(({ number }) => number < 12);
      await migrate(open, engine.types, now, steps);
      await open.insertInto('about').values({ name: 'mode', value: 'real' }).execute();
      const old = open as unknown as Kysely<Record<string, Record<string, unknown>>>;
      const values = {
        round: earlier,
        title: 'Earlier',
        instrument: 'garden-steps@1',
        academic_year: '200708',
        opens: now,
      };
      await old.insertInto('rounds').values(values).execute();
      await old
        .insertInto('totals')
        .values({ round: earlier, definition: 'd', counted: '[]', sums: '[1]' })
        .execute();
    });
    await db.destroy();
    const store = await opened(place);
    const kept = { definition: 'd', sums: [1], counted: new Map(), whole: false };
    expect(await store.read(({ totals }) => totals.of(earlier))).toEqual(kept);
    await store.close();
  });

  /** The step that made histories: before it a database has returns without one, and answers within their questions. */
  const histories = migrations.find(({ number }) => number === 6)?.number ?? 0;

  test.each(migrations.slice(0, -1).map(({ number, title }) => [number, title] as const))(
    'a database of version %i (%s) is brought to today’s, with the returns in it and a history made of them',
    async (version) => {
      const place = await bench.newPlace();
      const { db, engine } = bare(place);
      const written = Math.min(version, histories - 1);
      const bringTo = (open: Kysely<Tables>, last: number) =>
        migrate(
          open,
          engine.types,
          now,
          migrations.filter(({ number }) => number <= last),
        );
      await inTransaction(db, engine, 'write', async (open) => {
        await bringTo(open, written);
        await open.insertInto('about').values({ name: 'mode', value: 'real' }).execute();
        await returnsOfOld(open as unknown as Kysely<Record<string, Record<string, unknown>>>, written);
      });
      // Opened by every program in between, as it was then, and by the last of them left as it was.
      for (let last = written + 1; last <= version; last += 1)
        await inTransaction(db, engine, 'write', (open) => bringTo(open, last));
      await db.destroy();
      const store = await opened(place);
      const [standing, moves, questions, first, then] = await store.read(
        async ({ returns, questions: asked, revisions }) => [
          await returns.one(round, oak),
          await returns.moves(round, oak),
          await asked.ofReturn(round, oak),
          await revisions.one(round, oak, 1),
          await revisions.accepted(round, '2009-05-02T13:00:00.000Z'),
        ],
      );
      expect(standing).toEqual(
        head({ state: 'questioned', latest: 2, accepted: 1, submittedAt: day(3), movedAt: day(4) }),
      );
      expect(moves.map(({ at, move, personName, accepted }) => [at, move, personName, accepted])).toEqual([
        [day(2), 'submit', 'Oak School', undefined],
        [day(2), 'accept', '', 1],
        [day(3), 'submit', 'Oak School', 1],
        [day(4), 'ask', 'Mo Mentor', 1],
      ]);
      expect(questions).toMatchObject([
        { id: 'q1', remarks: [{ from: 'owner', text: 'It was wet.', by: 'Oak School', at: day(3) }] },
        { id: 'q2', remarks: [] },
      ]);
      expect(first).toMatchObject({ instrument: 'garden-steps@1', content: content('of old') });
      expect([...then.keys()]).toEqual([oak]);
      expect(await store.read(({ revisions }) => revisions.lackingYears(round))).toEqual(new Map());
      // It took part, nobody knows since when.
      expect(await store.read(({ people }) => people.enlisted([oak], day(1)))).toHaveLength(1);
      await addNext(store, 'after');
      expect(await store.read(({ revisions }) => revisions.one(round, oak, 3))).toMatchObject({ number: 3 });
      await store.close();
    },
  );
});

const day = (number: number) => `2009-05-0${number}T12:00:00.000Z`;

/** A return as an earlier version kept it: two revisions, the first of which counts, a question answered and one not. */
const returnsOfOld = async (db: Kysely<Record<string, Record<string, unknown>>>, version: number): Promise<void> => {
  const add = (table: string, row: Record<string, unknown>) => db.insertInto(table).values(row).execute();
  const { title, instrument, academicYear, opens } = programme.rounds.find(({ id }) => id === round)!;
  await add('owners', { owner: oak, kind: 'school', name: 'Oak School', enlisted: 1 });
  await add('rounds', { round, title, instrument, academic_year: academicYear, opens, closes: null });
  const state = { state: 'questioned', latest: 2, accepted: 1, submitted_at: day(3) };
  await add('returns', { owner: oak, round, ...state });
  for (const number of [1, 2]) {
    await add('revisions', {
      ...{ owner: oak, round, number, submission_key: `k${number}`, fingerprint: 'f'.repeat(64) },
      ...{ based_on: number - 1, receipt: `R${number}`, at: day(number + 1), person: 'P-oak' },
      ...{ person_name: 'Oak School', add_in: 'old', rows_answered: 1, rows_in_all: 3, cells: 1, explained: 0 },
      ...(version < 3 ? {} : { instrument }),
      content: packContent(content('of old')),
    });
  }
  for (const [id, at, reply] of [
    ['q1', day(2), { reply: 'It was wet.', replied_by: 'Oak School', replied_at: day(3) }],
    ['q2', day(4), {}],
  ] as const) {
    await add('questions', {
      ...{ owner: oak, round, question: id, row_key: 'A1', field: 'note', text: 'Why?', revision: 1, value: 'null' },
      ...{ asked_by: 'Mo Mentor', asked_at: at, ...reply },
    });
  }
};
