import fc from 'fast-check';
import { Kysely } from 'kysely';
import { ownerId } from '#core/ids.ts';
import { endOfLondonDay, londonDayOf, startOfLondonDay } from '#core/returns/london-day.ts';
import { tableAt } from '../../src/server/store/as-it-was.ts';
import { auditIn, programmeLog } from '../../src/server/store/audit.ts';
import { migrate, migrations } from '../../src/server/store/migrate.ts';
import { engineAt, openStore, type Store } from '../../src/server/store/store.ts';
import type { Tables } from '../../src/server/store/tables.ts';
import { inTransaction } from '../../src/server/store/transaction.ts';
import { everyDeed, someDays, type Day } from '../server/kit/days-of-a-programme.ts';
import { deeds } from '../server/kit/deeds.ts';
import { endpointOver } from '../server/kit/endpoint.ts';
import { oak, programme } from '../server/kit/small-programme.ts';
import { told } from '../server/kit/told.ts';
import { databases, type Databases } from './databases.ts';

jest.setTimeout(300_000);
const firstDay = '2009-06-01';

/** The clock at some time of a day in London, from 0, its first instant, to 1, its last. */
const timeOf = (day: string, time: number): string => {
  const [begin, end] = [startOfLondonDay(day), endOfLondonDay(day)].map((instant) => Date.parse(instant ?? ''));
  return new Date((begin ?? 0) + Math.round(((end ?? 0) - 1 - (begin ?? 0)) * time)).toISOString();
};
const daysAfter = (day: string, days: number): string =>
  londonDayOf(new Date(Date.parse(timeOf(day, 0.5)) + days * 24 * 3600_000).toISOString());

/** Lets the days go by, and notes at the last instant of each what is told then. */
const notedDaily = async (store: Store, days: readonly Day[], note: (kind: string) => void) => {
  const endpoint = endpointOver(store);
  const noted = new Map<string, Readonly<Record<string, unknown>>>();
  let [day, nth] = [firstDay, 0];
  for (const { after, done } of days) {
    day = daysAfter(day, after);
    for (const { kind, deed, time } of done) {
      endpoint.clock.now = timeOf(day, time);
      const status = await deed((who) => endpoint.signIn(who), (nth += 1));
      if (status >= 500) throw new Error(`${kind}: ${status}`);
      if (status < 300) note(kind);
    }
    endpoint.clock.now = timeOf(day, 1);
    noted.set(day, await told(await endpoint.signIn('team')));
  }
  return { endpoint, noted };
};

describe.each(databases)('as at a day, on %s', (name, start) => {
  let bench: Databases;
  beforeAll(async () => {
    bench = await start();
  });
  afterAll(() => bench.stop());

  const goBy = async (days: readonly Day[], note: (kind: string) => void = () => undefined) => {
    const place = await bench.newPlace();
    const opened = await openStore({ place, mode: 'real', now: timeOf(firstDay, 0), programme });
    if (!opened.ok) throw new Error('not opened');
    const { endpoint, noted } = await notedDaily(opened.value, days, note);
    const team = await endpoint.signIn('team');
    for (const [day, then] of noted) expect([day, await told(team, day)]).toEqual([day, then]);
    await endpoint.close();
    return place;
  };

  test('every deed done, all that was told at the end of a day is told of that day later', async () => {
    const done: string[] = [];
    const place = await goBy(everyDeed, (kind) => done.push(kind));
    expect(new Set(done)).toEqual(new Set(Object.keys(deeds)));
    expect(done).toEqual(everyDeed.flatMap((day) => day.done.map(({ kind }) => kind)));

    // As it is before a day that is still to come, a table is the table itself, column by column.
    const db = new Kysely<Tables>({ dialect: engineAt(place).dialect });
    for (const table of ['owners', 'successors', 'rounds', 'questions', 'mentored'] as const) {
      const rows = async (before?: string) => {
        const found: readonly object[] = await db.selectFrom(tableAt(table, before)).selectAll().execute();
        return found.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
      };
      const now = await rows();
      expect(now).not.toEqual([]);
      expect(await rows('2031-01-01T00:00:00.000Z')).toEqual(now);
    }
    await db.destroy();
  });

  test('whatever is done in whatever order, all that was told at the end of a day is told of that day later', async () => {
    await fc.assert(
      fc.asyncProperty(someDays, async (days) => void (await goBy(days))),
      { numRuns: name === 'SQLite' ? 12 : 3 },
    );
  });

  test('what changes twice while clocks go back is told of days before as it was, and of that day as it came to be', async () => {
    const opened = await openStore({
      place: await bench.newPlace(),
      mode: 'real',
      now: timeOf(firstDay, 0),
      programme,
    });
    if (!opened.ok) throw new Error('not opened');
    const store = opened.value;
    const [day, seconds] = ['2009-06-06', (after: number) => `2009-06-06T10:00:${after}.000Z`];
    const mentor = ownerId('M-1');
    const at = (instant: string, name: string, takesPart: boolean) =>
      store.write(async ({ register, people, rounds }) => {
        const [school, round] = [await register.one(oak), (await rounds.all())[0]];
        if (!school || !round) throw new Error('not there');
        await register.put([{ ...school, name, enlisted: takesPart }], instant);
        await people.lookAfter(mentor, takesPart ? [oak] : [], instant);
        await rounds.put({ ...round, title: name }, instant);
      });
    const told = (before?: string) =>
      store.read(async ({ register, rounds }) => {
        const school = await register.asAt(before).one(oak);
        return [school?.name, school?.enlisted, school?.mentor, (await rounds.all(before))[0]?.title];
      });
    const first = await told();
    await at(seconds(30), 'B', false);
    await at(seconds(10), 'C', true);
    await at(seconds(20), 'D', false);
    await at(seconds(15), 'E', true);
    expect(await told(endOfLondonDay('2009-06-01'))).toEqual(first);
    expect(await told(seconds(10))).toEqual(first);
    expect(await told(endOfLondonDay(day))).toEqual(['E', true, mentor, 'E']);
    expect(await told()).toEqual(['E', true, mentor, 'E']);
    await at(seconds(12), 'F', false);
    await at('2009-06-08T10:00:00.000Z', 'G', true);
    expect(await told(endOfLondonDay(day))).toEqual(['F', false, null, 'F']);
    expect(await told(endOfLondonDay('2009-06-08'))).toEqual(['G', true, mentor, 'G']);

    const { tookPart, lookedAfter } = await store.read(({ earlier }) => earlier.ofOwner(oak));
    for (const spans of [tookPart, lookedAfter.filter((one) => one.mentor === mentor)]) {
      for (const { since, until } of spans) expect((since ?? '') <= (until ?? '9')).toBe(true);
      const sinces = spans.map(({ since }) => since ?? '');
      expect(spans.slice(0, -1).every(({ until }, nth) => until !== null && until <= (sinces[nth + 1] ?? ''))).toBe(
        true,
      );
    }
    await store.close();
  });

  test('every deed is kept with the time at which it is done, however long it waited for its turn', async () => {
    const place = await bench.newPlace();
    const opened = await openStore({ place, mode: 'real', now: timeOf(firstDay, 0), programme });
    if (!opened.ok) throw new Error('not opened');
    const store = opened.value;
    // Whatever asks for the time before its turn has come gets a whole second; in its turn, half a one.
    const endpoint = endpointOver({
      ...store,
      write: (work) =>
        store.write((records) => {
          endpoint.clock.now = endpoint.clock.now.replace(/\.\d+Z$/, '.500Z');
          return work(records);
        }),
    });
    let [day, nth] = [firstDay, 0];
    for (const { after, done } of everyDeed) {
      day = daysAfter(day, after);
      for (const { kind, deed, time } of done) {
        endpoint.clock.now = timeOf(day, time).replace(/\.\d+Z$/, '.000Z');
        const status = await deed(
          async (who) => {
            const caller = await endpoint.signIn(who);
            endpoint.clock.now = endpoint.clock.now.replace(/\.\d+Z$/, '.000Z');
            return caller;
          },
          (nth += 1),
        );
        expect([kind, status < 300]).toEqual([kind, true]);
      }
    }
    await endpoint.close();
    const db = new Kysely<Record<string, Record<string, string | null>>>({ dialect: engineAt(place).dialect });
    const kept = {
      moves: ['at'],
      ...{ earlier_owners: ['until'], earlier_successors: ['until'], earlier_rounds: ['until'] },
      ...{ earlier_questions: ['until'], questions: ['asked_at', 'settled_at'], remarks: ['said_at'] },
      ...{ enlistments: ['since', 'until'], looked_after: ['since', 'until'], rounds: ['known_since'] },
    };
    for (const [table, columns] of Object.entries(kept)) {
      const rows = await db.selectFrom(table).select(columns).execute();
      const instants = rows.flatMap((row) => Object.values(row)).filter((at) => at !== null && at !== '');
      expect([table, instants.length > 0, instants.filter((at) => !at?.endsWith('.500Z'))]).toEqual([
        table,
        true,
        [],
      ]);
    }
    await db.destroy();
  });

  test('of days before entries were kept it is told how things stood when that began, and what the logs say', async () => {
    const place = await bench.newPlace();
    const engine = engineAt(place);
    const db = new Kysely<Tables>({ dialect: engine.dialect });
    const [kept, before, later] = ['2009-06-10', '2009-06-04', '2009-06-12'];
    await inTransaction(db, engine, 'write', async (open) => {
      await migrate(open, engine.types, timeOf(firstDay, 0), migrations.slice(0, 13));
      const old = open as unknown as Kysely<Record<string, Record<string, unknown>>>;
      await old.insertInto('about').values({ name: 'mode', value: 'real' }).execute();
      const owners = [
        { owner: oak, kind: 'school', name: 'Oak School', enlisted: 1, region: 'London' },
        { owner: 'M-1', kind: 'mentor', name: 'Mo', enlisted: 1, region: null },
      ];
      await old.insertInto('owners').values(owners).execute();
      await old.insertInto('mentored').values({ mentor: 'M-1', owner: oak }).execute();
      const asked = { instrument: 'garden-steps@1', academic_year: '200809', opens: timeOf(firstDay, 0) };
      for (const round of ['GA-1', 'GA-2']) {
        await old
          .insertInto('rounds')
          .values({ ...asked, round, title: round })
          .execute();
      }
      const by = { id: 'P-team', name: 'Team' };
      const opened = { log: programmeLog, act: 'open-round', about: { round: 'GA-2' }, by };
      await auditIn(open).note({ ...opened, at: timeOf('2009-06-05', 0.5) });
    });
    await db.destroy();
    const opened = await openStore({ place, mode: 'real', now: timeOf(kept, 0) });
    if (!opened.ok) throw new Error('not opened');
    const store = opened.value;
    const told = (day: string) =>
      store.read(async ({ register, rounds }) => {
        const school = await register.asAt(endOfLondonDay(day)).one(oak);
        const there = await rounds.all(endOfLondonDay(day));
        return [school?.region, school?.mentor, there.map(({ id }) => id as string)];
      });
    await store.write(async ({ register, people }) => {
      const known = await register.one(oak);
      if (known) await register.put([{ ...known, region: 'North East' }], timeOf('2009-06-11', 0.5));
      await people.lookAfter(ownerId('M-1'), [], timeOf('2009-06-11', 0.5));
    });
    expect(await told(before)).toEqual(['London', 'M-1', ['GA-1']]);
    expect(await told(kept)).toEqual(['London', 'M-1', ['GA-1', 'GA-2']]);
    expect(await told(later)).toEqual(['North East', null, ['GA-1', 'GA-2']]);
    await store.close();
  });
});
