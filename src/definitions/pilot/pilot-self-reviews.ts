import { ownerId, type Instant } from '#core/ids.ts';
import { fixedRows } from '#core/instrument/instrument.ts';
import { demoRecipes } from '../demo-recipes.ts';
import type { DemoRecipe } from '../demo-types.ts';
import { selfReview } from '../self-review.ts';
import { actionFor, evidenceFor, times, writers, yearGroups } from './pilot-evidence.ts';
import { seededRandom } from './seeded-random.ts';

/** One revision of an invented self-review: who, when, and where it stands, a character a statement. */
interface Written {
  readonly urn: string;
  readonly at: Instant;
  readonly acceptedAt: Instant;
  readonly levels: string;
}

/**
 * With those of the demo these are 14 schools. Their levels are such that the six barriers and the six indicators of
 * the update come out with its quantity words: one school in 14 differs where there are "rare exceptions" (B1; F1 with
 * F2), 12 of 14 are "widespread", 5 are "some", and a co-ordinator (A2) is in post at more schools than before. Two
 * schools have kept their self-review up to date: of theirs there are two revisions.
 */
const written: readonly Written[] = [
  {
    urn: '999009',
    at: '2008-12-04T16:02:00.000Z',
    acceptedAt: '2008-12-16T10:20:00.000Z',
    levels: '3121 12121 112 3121 11 11 322 121',
  },
  {
    urn: '999009',
    at: '2009-05-12T15:31:00.000Z',
    acceptedAt: '2009-05-20T09:05:00.000Z',
    levels: '3321 12221 122 3131 11 11 322 221',
  },
  {
    urn: '999011',
    at: '2009-03-03T13:12:00.000Z',
    acceptedAt: '2009-03-10T11:45:00.000Z',
    levels: '3231 21121 121 3231 12 12 311 121',
  },
  {
    urn: '999012',
    at: '2009-02-17T12:48:00.000Z',
    acceptedAt: '2009-02-25T14:00:00.000Z',
    levels: '4232 22322 222 4132 21 21 322 332',
  },
  {
    urn: '999012',
    at: '2009-06-10T16:40:00.000Z',
    acceptedAt: '2009-06-17T10:10:00.000Z',
    levels: '4333 32322 222 4133 21 21 332 332',
  },
  {
    urn: '999014',
    at: '2009-04-28T14:25:00.000Z',
    acceptedAt: '2009-05-06T15:15:00.000Z',
    levels: '2121 11111 111 2121 11 11 221 111',
  },
  {
    urn: '999016',
    at: '2009-05-05T11:37:00.000Z',
    acceptedAt: '2009-05-14T09:50:00.000Z',
    levels: '3333 22222 322 3232 22 22 322 322',
  },
  {
    urn: '999019',
    at: '2009-03-19T15:08:00.000Z',
    acceptedAt: '2009-04-02T13:30:00.000Z',
    levels: '3212 12121 121 3122 11 11 311 211',
  },
  {
    urn: '999022',
    at: '2009-06-02T12:15:00.000Z',
    acceptedAt: '2009-06-11T16:20:00.000Z',
    levels: '3321 11211 211 3231 12 33 321 221',
  },
  {
    // Returned by the end of June, accepted in July.
    urn: '999026',
    at: '2009-06-26T10:55:00.000Z',
    acceptedAt: '2009-07-03T11:00:00.000Z',
    levels: '2212 21121 122 3131 11 12 322 122',
  },
];

/** The demo's self-review that waits for its mentor there is accepted in July here. */
const laterAcceptance: Instant = '2009-07-07T09:40:00.000Z';

/** Every self-review of the pilot sample, in no particular order. */
export const pilotSelfReviews = (): readonly DemoRecipe[] => [
  ...demoRecipes.map((recipe) => ({ acceptedAt: laterAcceptance, ...recipe })),
  ...written.map(recipeOf),
];

const recipeOf = ({ urn, at, acceptedAt, levels }: Written): DemoRecipe => {
  // One seed a school: what it wrote before stands in its later revision too.
  const random = seededRandom(Number(urn));
  const digits = levels.replaceAll(' ', '');
  const evidence: Record<string, string> = {};
  const actions: Record<string, readonly [string, string, string]> = {};
  fixedRows(selfReview).forEach(({ key }, place) => {
    const filled = sentence(
      evidenceFor[key] ?? '',
      random.pick(writers),
      random.pick(times),
      random.pick(yearGroups),
    );
    const [lead, term] = [random.pick(writers), random.pick(['Summer 2009', 'Autumn 2009', 'Spring 2010'])];
    const action = actionFor[key];
    if (Number(digits[place]) >= 3) evidence[key] = filled;
    else if (action !== undefined && random.next() < 0.5) actions[key] = [action, capitalised(lead), term];
  });
  return { owner: ownerId(urn), at, acceptedAt, levels, types: 'labels', evidence, actions, unsure: [] };
};

const sentence = (pattern: string, who: string, when: string, years: string): string =>
  capitalised(pattern.replace('WHO', who).replace('WHEN', when).replace('YEARS', years));

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
