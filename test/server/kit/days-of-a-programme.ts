import fc from 'fast-check';
import { deeds, type Deed, type School } from './deeds.ts';
import { elm, far, lateRound, mentorRound, oak, round } from './small-programme.ts';

/** Something that is done on a day at some time, from 0, the first instant of the day, to 1, its last. */
export interface Done {
  readonly kind: keyof typeof deeds;
  readonly deed: Deed;
  readonly time: number;
}

/** A day on which something is done: so many days after the one before. */
export interface Day {
  readonly after: number;
  /** In the order of time; a clock may have been put back by some seconds. */
  readonly done: readonly Done[];
}

const often = <T>(often: T, ...seldom: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(often), weight: 4 }, { arbitrary: fc.constantFrom(...seldom), weight: 1 });

const hers: School = ['oak', oak];
const elms: School = ['elm', elm];
const fars: School = ['far', far];
const mos: School = ['mentor', 'M-1'];
export const newcomers = ['999011', '999012'] as const;
export const newRound = 'GA-200910';
const who = {
  school: often<School>(hers, elms, fars),
  reviewer: fc.constantFrom('mentor', 'team'),
  speaker: fc.constantFrom('oak', 'mentor', 'team'),
} as const;
const urn = often<string>(oak, elm, far, ...newcomers);
const rounds = often<string>(round, lateRound);
const [question, name] = [often('q1', 'q2'), fc.constantFrom('Zoo School', 'St Mary’s', 'Oak School', 'Elm School')];
const says = fc.record(
  {
    enlisted: fc.boolean(),
    mentor: fc.constantFrom('M-1', 'M-2', null),
    specialism: fc.constantFrom('Engineering', 'Music', null),
    region: fc.constantFrom('North East', 'London', null),
    status: fc.constantFrom('open', 'closed'),
    closed: fc.constantFrom('2009-08-31', null),
  },
  { requiredKeys: [] },
);
const change = fc.record(
  { title: fc.constantFrom('Garden', 'Beds'), closes: fc.constantFrom('now', '2009-12-31T00:00:00Z', null) },
  { requiredKeys: [] },
);

type Args = { readonly [K in keyof typeof deeds]: fc.Arbitrary<Parameters<(typeof deeds)[K]>> };

/** What each deed may be done with. */
const given: Args = {
  start: fc.tuple(who.school, rounds),
  submit: fc.tuple(who.school, rounds, fc.constantFrom('1 Begun', '2 Half done')),
  accept: fc.tuple(who.reviewer, who.school, rounds),
  ask: fc.tuple(who.reviewer, who.school, rounds, question),
  remark: fc.tuple(who.speaker, who.school, rounds, question),
  assign: fc.tuple(who.school, rounds, question, fc.constantFrom('Ms Patel', 'Mr Fry', null)),
  settle: fc.tuple(who.school, rounds, question),
  reopen: fc.tuple(who.school, rounds),
  withdraw: fc.tuple(who.school, rounds),
  addSchool: fc.tuple(fc.constantFrom(...newcomers), name),
  changeSchool: fc.tuple(urn, says),
  importList: fc.tuple(urn, name, fc.constantFrom('yes', 'no')),
  importGovernments: fc.tuple(urn, name),
  importLinks: fc.tuple(urn, urn, name, fc.constantFrom('01-09-2008', '01-01-2009')),
  addMentor: fc.tuple(fc.uniqueArray(fc.constantFrom(oak, elm))),
  renameMentor: fc.tuple(fc.constantFrom('Mo Moor', 'Ada Mentor', 'Zed Mentor')),
  lookAfter: fc.tuple(fc.constantFrom('P-mo', 'P-ola'), fc.uniqueArray(fc.constantFrom(oak, elm))),
  openRound: fc.tuple(fc.constantFrom(newRound, 'GA-201011')),
  changeRound: fc.tuple(rounds, change),
};

/** What most returns live of. */
const usual: Partial<Record<keyof typeof deeds, number>> = {
  submit: 6,
  accept: 3,
  ask: 3,
  settle: 3,
  changeSchool: 3,
};

const anyDeed: fc.Arbitrary<Omit<Done, 'time'>> = fc.oneof(
  ...(Object.keys(given) as (keyof typeof deeds)[]).map((kind) => ({
    weight: usual[kind] ?? 1,
    arbitrary: (given[kind] as unknown as fc.Arbitrary<never[]>).map((args) => ({
      kind,
      deed: (deeds[kind] as (...args: never[]) => Deed)(...args),
    })),
  })),
);

/** Days of a programme: some have nothing, several deeds may fall into one instant, and at noon the clock may go back. */
export const someDays: fc.Arbitrary<readonly Day[]> = fc.array(
  fc.record({
    after: fc.integer({ min: 1, max: 12 }),
    done: fc
      .array(
        fc.tuple(fc.constantFrom(0, 0.5, 0.5, 0.4999, 1), anyDeed).map(([time, deed]) => ({ time, ...deed })),
        { maxLength: 12, size: 'max' },
      )
      .map((all) => [...all].sort((a, b) => Math.round(a.time * 2) - Math.round(b.time * 2))),
  }),
  { minLength: 2, maxLength: 6, size: 'max' },
);

const once = <K extends keyof typeof deeds>(time: number, kind: K, ...args: Parameters<(typeof deeds)[K]>): Done => ({
  ...{ kind, time },
  deed: (deeds[kind] as (...args: Parameters<(typeof deeds)[K]>) => Deed)(...args),
});

/** Days on which every deed is done, each so that it is not refused, and what was said before is said otherwise later. */
export const everyDeed: readonly Day[] = [
  {
    after: 1,
    done: [
      once(0, 'start', hers, round),
      once(0.2, 'submit', elms, round, '1 Begun'),
      once(0.3, 'addSchool', '999011', 'Reedham School'),
      once(0.3, 'changeSchool', '999011', { enlisted: true, mentor: 'M-1' }),
    ],
  },
  {
    after: 1,
    done: [
      once(0.1, 'submit', hers, round, '1 Begun'),
      once(0.2, 'ask', 'mentor', hers, round, 'q1'),
      once(0.3, 'ask', 'team', hers, round, 'q2'),
      once(0.4, 'submit', mos, mentorRound, '2 Half done'),
      once(0.5, 'importGovernments', '999012', 'Osier School'),
    ],
  },
  {
    after: 2,
    done: [
      once(0.1, 'assign', hers, round, 'q1', 'Ms Patel'),
      once(0.2, 'remark', 'oak', hers, round, 'q1'),
      once(0.3, 'settle', hers, round, 'q1'),
      once(0.4, 'importLinks', far, '999012', 'Osier', '01-09-2008'),
      once(0.5, 'importList', far, 'Near School', 'yes'),
    ],
  },
  {
    after: 3,
    done: [
      once(0.1, 'assign', hers, round, 'q1', 'Mr Fry'),
      once(0.2, 'submit', hers, round, '2 Half done'),
      once(0.3, 'renameMentor', 'Ada Mentor'),
      once(0.4, 'lookAfter', 'P-mo', [oak]),
      once(0.5, 'openRound', newRound),
      once(1, 'settle', hers, round, 'q1'),
      once(1, 'importLinks', far, '999012', 'Osier', '01-01-2009'),
    ],
  },
  {
    after: 1,
    done: [
      once(0, 'accept', 'team', hers, round),
      once(0, 'reopen', hers, round),
      once(0.1, 'addMentor', [oak, elm]),
      once(0.2, 'changeRound', round, { title: 'Beds', closes: null }),
      once(0.2, 'changeRound', mentorRound, { closes: '2009-06-10T23:00:00Z' }),
      once(0.3, 'changeSchool', oak, { enlisted: false, region: 'London', status: 'closed', closed: '2009-08-31' }),
      once(0.4, 'withdraw', elms, round),
      once(0.5, 'submit', fars, lateRound, '1 Begun'),
    ],
  },
  {
    after: 1,
    done: [
      once(0.1, 'accept', 'team', hers, round),
      once(0.2, 'reopen', hers, round),
      once(0.6, 'changeSchool', oak, { region: null }),
    ],
  },
  // At the midnight before which the mentors' round closed.
  { after: 1, done: [once(0, 'withdraw', hers, round)] },
];
