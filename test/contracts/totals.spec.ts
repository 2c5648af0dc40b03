import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import { addTallies, tallierOf, type Tally } from '#core/measures/tally.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { fingerprintOf } from '#core/returns/fingerprint.ts';
import { paths } from '#wire/paths.ts';
import type { ReturnAnswer, TallyAnswer } from '#wire/shapes.ts';
import { openStore, type Place } from '../../src/server/store/store.ts';
import { contentOf, endpointOver, submission, type Endpoint } from '../server/kit/endpoint.ts';
import { elm, far, instruments, oak, programme, round, small } from '../server/kit/small-programme.ts';
import { databases, type Databases } from './databases.ts';

jest.setTimeout(120_000);

/** As the small instrument, with a field that offers the schools of the register, and fractions to be added. */
const withSchools: Instrument = {
  ...small,
  fields: [
    ...small.fields,
    { id: 'twin', label: 'Twin', help: 'With whom.', kind: 'school', width: 20 },
    { id: 'area', label: 'Area', help: 'In acres.', kind: 'decimal', width: 8 },
  ],
  rules: [],
  measures: [
    ...small.measures,
    { kind: 'count', id: 'twins', title: 'By twin', by: ['twin'] },
    { kind: 'mean', id: 'acres', title: 'Acres', field: 'area' },
  ],
};
/** Without fractions, so that what changed alone is added and taken away. */
const whole: Instrument = { ...withSchools, measures: withSchools.measures.filter(({ kind }) => kind !== 'mean') };

const owners = { oak, elm, far } as const;
type Who = keyof typeof owners;

type Step =
  | { readonly act: 'submit'; readonly who: Who; readonly content: ReturnContent }
  | { readonly act: 'accept' | 'withdraw' | 'reopen'; readonly who: Who }
  | { readonly act: 'new-school' | 'other-definition' | 'next-day' | 'ask' }
  | { readonly act: 'ask-as-at'; readonly daysAgo: number };

const cell = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const content = fc
  .record({
    stage: cell(fc.constantFrom('1 Begun', '2', 'nonsense')),
    twin: cell(fc.constantFrom('Elm School', 'Oak School', 'New School 1')),
    area: cell(fc.oneof(fc.nat(9), fc.double({ min: 0, max: 3, noNaN: true }))),
  })
  .map((values) => contentOf({ A1: values, A2: { stage: 3 } }));
const who = fc.constantFrom<Who>('oak', 'elm', 'far');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('submit' as const), who, content }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('accept' as const), who }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constantFrom('withdraw' as const, 'reopen' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('new-school' as const, 'other-definition' as const, 'next-day' as const),
    }),
  },
  { weight: 6, arbitrary: fc.record({ act: fc.constant('ask' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('ask-as-at' as const), daysAgo: fc.nat(2) }) },
);

/** Two servers over one database, and what should count, kept beside them by hand. */
const programmeAt = async (place: Place) => {
  let instrument = whole;
  const known = (reference: string) => (reference === instrumentRef(small) ? instrument : instruments(reference));
  /** What counted at the end of each day before this one. */
  const days: ReadonlyMap<Who, ReturnContent>[] = [];
  const dayOf = (at: number) => `2009-06-${String(at + 1).padStart(2, '0')}`;
  const world = { now: () => `${dayOf(days.length)}T12:00:00.000Z`, random: (bytes: number) => randomBytes(bytes) };
  const servers: Endpoint[] = [];
  for (let at = 0; at < 2; at += 1) {
    const opened = await openStore({ place, mode: 'real', now: world.now(), programme });
    if (!opened.ok) throw new Error('not opened');
    servers.push(endpointOver(opened.value, { instruments: known, world }));
  }
  const signedIn = async () =>
    await Promise.all(
      servers.map(async (server) => ({
        team: await server.signIn('team'),
        oak: await server.signIn('oak'),
        elm: await server.signIn('elm'),
        far: await server.signIn('far'),
      })),
    );
  let callers = await signedIn();
  const schools = [
    { id: elm, name: 'Elm School' },
    { id: far, name: 'Far School' },
    { id: oak, name: 'Oak School' },
  ];
  const latest = new Map<Who, ReturnContent>();
  const counting = new Map<Who, ReturnContent>();
  let turn = 0;

  /** What somebody comes to who adds up from nothing what counts. */
  const fromNothing = (of: ReadonlyMap<Who, ReturnContent>): Tally => {
    const circumstances: Circumstances = { academicYear: '200809', schools };
    const tallier = tallierOf(instrument, circumstances);
    return (['oak', 'elm', 'far'] as const).reduce((sum, one) => {
      const found = of.get(one);
      const added = addTallies(sum, found ? tallier.of(found) : tallier.nothing);
      if (!added.ok) throw new Error('of another definition');
      return added.value;
    }, tallier.nothing);
  };

  const take = async (taken: Step): Promise<void> => {
    turn += 1;
    const { team, ...hers } = callers[turn % 2]!;
    const line = async (who: Who) => (await team.get(paths.return(round, owners[who]))).json<ReturnAnswer>().line;
    switch (taken.act) {
      case 'submit': {
        const { who: school, content: given } = taken;
        const { revision } = await line(school);
        const print = { instrument: instrumentRef(small), round, owner: owners[school], content: given };
        const sent = submission(round, owners[school], `k-${turn}`, revision, given, {
          fingerprint: fingerprintOf(print),
        });
        const answer = await hers[school].submit(round, owners[school], sent);
        if (answer.statusCode === 201) latest.set(school, given);
        else expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining('issues')]);
        return;
      }
      case 'accept': {
        const { revision } = await line(taken.who);
        const answer = await team.put(paths.acceptance(round, owners[taken.who]), { revision });
        const given = latest.get(taken.who);
        if (answer.statusCode < 300 && given) counting.set(taken.who, given);
        return;
      }
      case 'withdraw': {
        const answer = await team.post(paths.withdrawal(round, owners[taken.who]), { reason: 'Sent by mistake.' });
        if (answer.statusCode < 300) counting.delete(taken.who);
        return;
      }
      case 'reopen':
        await team.post(paths.reopening(round, owners[taken.who]), { reason: 'A pupil was missing.' });
        return;
      case 'new-school': {
        const name = `New School ${turn}`;
        const urn = String(999910 + turn);
        await team.post(paths.register, { urn, name });
        await team.patch(paths.school(urn), { enlisted: true });
        schools.push({ id: urn as typeof oak, name });
        schools.sort((a, b) => (a.name < b.name ? -1 : 1));
        return;
      }
      case 'other-definition':
        instrument = instrument === withSchools ? whole : withSchools;
        return;
      case 'next-day':
        days.push(new Map(counting));
        callers = await signedIn();
        return;
      case 'ask': {
        const answers = await Promise.all(callers.map(({ team: one }) => one.get(paths.tally(round))));
        for (const answer of answers) expect(answer.json<TallyAnswer>().tally).toEqual(fromNothing(counting));
        return;
      }
      case 'ask-as-at': {
        const at = days.length - 1 - taken.daysAgo;
        const then = days[at];
        if (!then) return;
        const answer = await team.get(`${paths.tally(round)}?as-at=${dayOf(at)}`);
        expect(answer.json<TallyAnswer>().tally).toEqual(fromNothing(then));
        return;
      }
    }
  };

  return {
    take,
    close: async () => {
      for (const server of servers) await server.close();
    },
  };
};

describe.each(databases)('what a programme comes to, on %s', (name, start) => {
  let bench: Databases;
  beforeAll(async () => {
    bench = await start();
  });
  afterAll(() => bench.stop());

  const held = async (steps: readonly Step[]): Promise<void> => {
    const two = await programmeAt(await bench.newPlace());
    try {
      for (const taken of steps) await two.take(taken);
      await two.take({ act: 'ask' });
    } finally {
      await two.close();
    }
  };

  test('still has the smallest answer after one in which it vanished was withdrawn', async () => {
    const counts = (school: Who, area: number): Step[] => [
      { act: 'submit', who: school, content: contentOf({ A1: { area } }) },
      { act: 'accept', who: school },
    ];
    await held([
      ...[{ act: 'other-definition' } as const, ...counts('oak', 1), ...counts('far', 2 ** -60)],
      ...[{ act: 'ask' } as const, { act: 'withdraw', who: 'oak' } as const],
    ]);
  });

  test('is what adding up from nothing comes to, whatever was done before and through whichever server', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), held),
      // Shrinking what failed goes on for minutes: it stops in time to say what it found.
      { numRuns: name === 'SQLite' ? 25 : 8, interruptAfterTimeLimit: 100_000, markInterruptAsFailure: true },
    );
  });
});
