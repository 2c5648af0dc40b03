import { paths } from '#wire/paths.ts';
import type { ProgressAnswer } from '#wire/progress.ts';
import type { ConsolidatedAnswer, TallyAnswer } from '#wire/shapes.ts';
import { contentOf, startEndpoint, submission, type Endpoint } from './kit/endpoint.ts';
import { oak, round } from './kit/small-programme.ts';

/** A school whose return was accepted on 2 June leaves the programme on 20 June; another joins on 25 June. */
let endpoint: Endpoint;
const joined = '999011';
const on = async (day: number) => {
  endpoint.clock.now = `2009-06-${String(day).padStart(2, '0')}T12:00:00.000Z`;
  return await endpoint.signIn('team');
};
beforeAll(async () => {
  endpoint = await startEndpoint();
  await on(2);
  const school = await endpoint.signIn('oak');
  await school.submit(round, oak, submission(round, oak, 'k1', 0, contentOf({ A1: { stage: '1 Begun' } })));
  await (await on(2)).put(paths.acceptance(round, oak), { revision: 1 });
  await (await on(20)).patch(paths.school(oak), { enlisted: false });
  const team = await on(25);
  await team.post(paths.register, { urn: joined, name: 'Reedham School' });
  await team.patch(paths.school(joined), { enlisted: true });
});
afterAll(() => endpoint.close());

/** What each way of asking says of a day, or of today. */
const told = async (asAt: string) => {
  const team = await on(26);
  const ask = async <T>(path: string, query = '') => {
    const asked = [asAt, query].filter((part) => part !== '').join('&');
    return (await team.get(asked === '' ? path : `${path}?${asked}`)).json<T>();
  };
  const list = await ask<ProgressAnswer>(paths.progress(round));
  const master = await ask<ConsolidatedAnswer>(paths.consolidated(round));
  const { tally } = await ask<TallyAnswer>(paths.tally(round));
  const { lines } = await ask<{ lines: readonly (readonly unknown[])[] }>(
    paths.export(round),
    'format=json&table=owners',
  );
  return {
    list: list.lines.map(({ owner }) => owner).sort(),
    master: master.owners.map(({ owner }) => owner).sort(),
    export: lines.length,
    counts: [list.counts.enlisted, list.counts.counting],
    masters: [master.enlisted, master.returned, master.accepted],
    tallied: tally.returns,
  };
};

test('a school that has left is told of with those that take part for as long as its return counts', async () => {
  const today = ['999901', '999902', '999903', joined].sort();
  expect(await told('')).toEqual({
    ...{ list: today, master: today, export: 4, counts: [4, 1], masters: [4, 1, 1], tallied: 1 },
  });
});

test('as at a day before, the past is as it was: who has left was there, who joined later was not', async () => {
  const then = ['999901', '999902', '999903'];
  expect(await told('as-at=2009-06-03')).toEqual({
    ...{ list: then, master: then, export: 3, counts: [3, 1], masters: [3, 1, 1], tallied: 1 },
  });
});

test('once its return counts no more it is told of in the past alone', async () => {
  await (await on(26)).post(paths.withdrawal(round, oak), { reason: 'It has left.' });
  const today = ['999902', '999903', joined].sort();
  expect(await told('')).toEqual({
    ...{ list: today, master: today, export: 3, counts: [3, 0], masters: [3, 0, 0], tallied: 0 },
  });
  expect((await told('as-at=2009-06-21')).list).toContain(oak);
});
