import { Value } from 'typebox/value';
import { EverythingAnswer } from '#wire/everything.ts';
import { paths } from '#wire/paths.ts';
import type { ReturnAnswer, ReturnsAnswer } from '#wire/shapes.ts';
import { everyDeed, newcomers, newRound } from './kit/days-of-a-programme.ts';
import { startEndpoint, type Caller, type Endpoint } from './kit/endpoint.ts';
import { elm, far, oak, round, type codes } from './kit/small-programme.ts';

/** Every deed is done between 2 and 11 June 2009. */
let endpoint: Endpoint;
beforeAll(async () => {
  endpoint = await startEndpoint();
  let [day, nth] = [1, 0];
  for (const { after, done } of everyDeed) {
    day += after;
    for (const { deed, time } of done) {
      const hour = String(8 + Math.floor(time * 10)).padStart(2, '0');
      endpoint.clock.now = `2009-06-${String(day).padStart(2, '0')}T${hour}:00:00.000Z`;
      await deed((who) => endpoint.signIn(who), (nth += 1));
    }
  }
  endpoint.clock.now = '2009-06-20T12:00:00.000Z';
});
afterAll(() => endpoint.close());

const as = (who: keyof typeof codes): Promise<Caller> => endpoint.signIn(who);
const asked = async <T>(who: keyof typeof codes, url: string): Promise<T> =>
  (await (await as(who)).get(url)).json<T>();
const routes = [paths.returns, paths.return(round, oak), paths.register, paths.school(oak)];

describe.each(routes)('%s', (route) => {
  test.each(['2009-06-31', '2009-6-3', 'yesterday', '', '2009-06-03T12:00:00Z'])(
    'refuses “%s”, which is no day, in words',
    async (day) => {
      expect(await asked('team', `${route}?as-at=${day}`)).toMatchObject({
        ...{ code: 'invalid-request', status: 400 },
        detail: 'querystring/as-at: a day such as 2009-06-30',
      });
    },
  );

  test.each(['2009-06-20', '2031-01-01'])(
    'tells of a day that is not over yet, or not come, how it is now: %s',
    async (day) => {
      expect(await asked('team', `${route}?as-at=${day}`)).toEqual(await asked('team', route));
    },
  );
});

test('what was not there yet is not told of: a round, a school, and returns of either', async () => {
  const day = '?as-at=2009-06-01';
  const places = async (query: string) =>
    (await asked<ReturnsAnswer>('team', `${paths.returns}${query}`)).returns.map((line) => line.round);
  expect(await places('')).toContain(newRound);
  expect(await places(day)).not.toContain(newRound);
  expect(await asked('team', `${paths.return(newRound, far)}${day}`)).toMatchObject({ code: 'not-found' });
  expect(await asked('team', `${paths.register}${day}`)).toMatchObject({ total: 3 });
  for (const urn of newcomers) {
    expect(await asked('team', paths.school(urn))).toMatchObject({ school: { urn } });
    expect(await asked('team', `${paths.school(urn)}${day}`)).toMatchObject({ code: 'not-found' });
    expect(await asked('team', `${paths.return(round, urn)}${day}`)).toMatchObject({ code: 'not-found' });
  }
});

test('of the past everybody sees what she may see now: a school its own, a mentor whom she looks after today', async () => {
  // On the 4th she looked after Elm School, which she does not any more.
  const day = '?as-at=2009-06-04';
  const seen = async (who: keyof typeof codes) => [
    ...new Set((await asked<ReturnsAnswer>(who, `${paths.returns}${day}`)).returns.map(({ owner }) => owner)),
  ];
  expect(await seen('oak')).toEqual([oak]);
  expect((await seen('mentor')).sort()).toEqual([oak, 'M-1'].sort());
  expect(await asked('mentor', `${paths.return(round, elm)}${day}`)).toMatchObject({ code: 'not-yours' });
  expect(await asked('elm', `${paths.return(round, oak)}${day}`)).toMatchObject({ code: 'not-yours' });
  expect(await asked('oak', `${paths.return(round, oak)}${day}`)).toMatchObject({ line: { state: 'questioned' } });
  for (const who of ['oak', 'mentor'] as const) {
    expect(await asked(who, `${paths.register}${day}`)).toMatchObject({ code: 'not-yours' });
    expect(await asked(who, `${paths.school(oak)}${day}`)).toMatchObject({ code: 'not-yours' });
  }
});

test('all that is held about a school has what its entry, its mentors and its questions were before', async () => {
  const held = await asked<EverythingAnswer>('oak', paths.everything(oak));
  expect(Value.Check(EverythingAnswer, held)).toBe(true);
  expect(held.earlier).toMatchObject({
    knownSince: null,
    entries: [
      { until: '2009-06-09T11:00:00.000Z', name: 'Oak School', status: 'open', region: null },
      { until: '2009-06-10T14:00:00.000Z', name: 'Oak School', status: 'closed', region: 'London' },
    ],
    tookPart: [{ since: null, until: '2009-06-09T11:00:00.000Z' }],
  });
  expect(held.earlier.lookedAfter).toContainEqual({ mentor: 'M-1', school: oak, since: null, until: null });
  const mentors = await asked<EverythingAnswer>('team', paths.everything('M-1'));
  expect(Value.Check(EverythingAnswer, mentors)).toBe(true);
  expect(mentors.earlier.lookedAfter).toContainEqual({ mentor: 'M-1', school: oak, since: null, until: null });
  expect(mentors.earlier.lookedAfter).toContainEqual({
    ...{ mentor: 'M-1', school: elm, since: null },
    until: '2009-06-08T12:00:00.000Z',
  });
  const hers = held.returns.find((one) => one.round.id === round)?.earlierQuestions;
  expect(hers?.map(({ question, assignee, settledAt }) => [question, assignee, settledAt])).toEqual([
    ['q1', null, null],
    ['q1', 'Ms Patel', null],
    ['q1', 'Ms Patel', '2009-06-05T11:00:00.000Z'],
    ['q1', 'Mr Fry', '2009-06-05T11:00:00.000Z'],
  ]);
  const farther = await asked<EverythingAnswer>('team', paths.everything(far));
  expect(farther.earlier.successors).toEqual([
    { successor: '999012', until: '2009-06-08T18:00:00.000Z', name: 'Osier', since: '2008-09-01' },
  ]);
});

test('what was purged is gone from every day; how far a return was is still told', async () => {
  const day = `${paths.return(round, oak)}?as-at=2009-06-08`;
  const before = await asked<ReturnAnswer>('team', day);
  expect(before.questions.map(({ id, assignee }) => [id, assignee])).toEqual([
    ['q1', 'Mr Fry'],
    ['q2', undefined],
  ]);
  const team = await as('team');
  await team.patch(paths.round(round), { closes: 'now' });
  expect((await team.post(paths.purge(round), { reason: 'It is over.' })).statusCode).toBe(201);
  const after = await asked<ReturnAnswer>('team', day);
  expect(after).toMatchObject({
    line: { ...before.line, openQuestions: 0 },
    round: { purged: '2009-06-20T12:00:00.000Z' },
    questions: [],
  });
  expect(after.latest?.receipt).toEqual({ ...before.latest?.receipt, by: '' });
  expect(after.latest).not.toHaveProperty('content');
  const held = await asked<EverythingAnswer>('team', paths.everything(oak));
  expect(held.returns.find((one) => one.round.id === round)?.earlierQuestions).toEqual([]);
});
