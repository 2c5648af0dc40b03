import { paths } from '#wire/paths.ts';
import type { ReturnsAnswer } from '#wire/shapes.ts';
import { startEndpoint, type Caller } from './kit/endpoint.ts';
import { comesPageByPage, nation, startNation } from './kit/nation.ts';
import { elm, oak } from './kit/small-programme.ts';

const list = async (by: Caller, query = '') =>
  (await by.get(`${paths.returns}${query}`)).json<ReturnsAnswer & { code?: string }>();

test('every return of 3,500 schools comes page by page, each once, in one order, whatever the size of the pages', async () => {
  const { team, close } = await startNation();
  const all = await comesPageByPage({ min: 900, max: 9999 }, 4, async (limit, after) => {
    const { returns, next } = await list(team, `?limit=${limit}${after}`);
    return { items: returns.map(({ round, owner }) => `${round}/${owner}`), next };
  });
  expect(all.length).toBeGreaterThan(0);
  expect(all.length % nation).toBe(0);
  expect((await list(team)).returns).toHaveLength(500);
  await close();
}, 120_000);

test('of one owner come her returns in every round, and nothing of an owner who is none of the person’s', async () => {
  const endpoint = await startEndpoint();
  const [school, mentor] = [await endpoint.signIn('oak'), await endpoint.signIn('mentor')];
  const all = (await list(mentor)).returns;
  const theirs = all.filter(({ owner }) => owner === elm);
  expect(theirs.length).toBeGreaterThan(1);
  expect((await list(mentor, `?owner=${elm}`)).returns).toEqual(theirs);
  expect((await list(school, `?owner=${elm}`)).returns).toEqual([]);
  expect((await list(school, `?owner=${oak}`)).returns).toEqual((await list(school)).returns);
  await endpoint.close();
});

test('a page goes on where a school would stand that was renamed since, and after an unknown place comes nothing', async () => {
  const endpoint = await startEndpoint();
  const team = await endpoint.signIn('team');
  const { returns, next = '' } = await list(team, '?limit=1');
  const [{ round } = { round: '' }] = returns;
  expect(next.startsWith(`${round} `)).toBe(true);
  const rest = (await list(team, '?limit=9999')).returns.slice(1);
  const renamed = encodeURIComponent(`${next}x`);
  expect((await list(team, `?limit=9999&after=${renamed}`)).returns).toEqual(rest);
  expect((await list(team, '?after=NO-SUCH x')).returns).toEqual([]);
  expect(await list(team, '?limit=0')).toMatchObject({ code: 'invalid-request' });
  await endpoint.close();
});
