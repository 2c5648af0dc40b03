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
