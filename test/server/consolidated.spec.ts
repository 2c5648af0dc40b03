import { once } from 'node:events';
import { Value } from 'typebox/value';
import type { AuditAnswer } from '#wire/audit.ts';
import { paths } from '#wire/paths.ts';
import { ConsolidatedAnswer, type TallyAnswer } from '#wire/shapes.ts';
import { contentOf, startEndpoint, submission, type Caller, type Endpoint } from './kit/endpoint.ts';
import { goesAsFastAsItIsRead, manyAccepted } from './kit/many-accepted.ts';
import { elm, far, oak, round } from './kit/small-programme.ts';

let endpoint: Endpoint;
let team: Caller;
beforeEach(async () => {
  endpoint = await startEndpoint();
  team = await endpoint.signIn('team');
});
afterEach(() => endpoint.close());

const begun = contentOf({ A1: { stage: '1 Begun' }, A2: { stage: 1, note: '“Wet”, she said.' } });
const acceptOak = async () => {
  await (await endpoint.signIn('oak')).submit(round, oak, submission(round, oak, 'k1', 0, begun));
  await (await endpoint.signIn('mentor')).put(paths.acceptance(round, oak), { revision: 1 });
};
const get = (query = '') => team.get(`${paths.consolidated(round)}${query}`);
const consolidated = async (query = '') => (await get(query)).json<ConsolidatedAnswer>();

test('it holds every enlisted owner, with the answers of the revision that counts where there is one', async () => {
  await acceptOak();
  const answer = await get();
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  const all = answer.json<ConsolidatedAnswer>();
  expect(Value.Check(ConsolidatedAnswer, all)).toBe(true);
  expect(all).toMatchObject({ round: { id: round }, enlisted: 3, returned: 1, accepted: 1 });
  expect(all.owners).toEqual([
    { owner: elm, name: 'Elm School', state: 'not-started' },
    { owner: far, name: 'Far School', state: 'not-started' },
    {
      owner: oak,
      name: 'Oak School',
      state: 'accepted',
      accepted: { revision: 1, receipt: expect.any(String), content: begun },
    },
  ]);
  expect([all.tally, all.rows]).toEqual([undefined, undefined]);
});

test('as at a day before anybody returned it is whole, and holds no answers', async () => {
  await acceptOak();
  expect(await consolidated('?as-at=2009-05-01')).toMatchObject({ returned: 0, accepted: 0, owners: [{}, {}, {}] });
});

test('without answers it is small: who, how many rows there are, and what they come to', async () => {
  await acceptOak();
  const answer = await get('?answers=none');
  const lean = answer.json<ConsolidatedAnswer>();
  expect(Value.Check(ConsolidatedAnswer, lean)).toBe(true);
  const { owners, ...about } = await consolidated();
  const { tally } = (await team.get(paths.tally(round))).json<TallyAnswer>();
  expect(lean).toEqual({
    ...about,
    owners: owners.map(({ accepted, ...owner }) => ({
      ...owner,
      ...(accepted ? { accepted: { revision: accepted.revision, receipt: accepted.receipt } } : {}),
    })),
    tally,
    rows: 3,
  });
});

test('the log of acts says who took all answers and as at when; numbers alone are a look and no act', async () => {
  await consolidated('?answers=none');
  expect((await team.get(paths.audit('PROGRAMME'))).json()).toEqual({ entries: [] });
  await consolidated('?as-at=2009-05-01');
  const { entries } = (await team.get(paths.audit('PROGRAMME'))).json<AuditAnswer>();
  expect(entries).toMatchObject([
    { act: 'consolidate', by: 'Project team', about: { round, at: '2009-05-01T23:00:00.000Z' } },
  ]);
});

test.each(['oak', 'mentor'] as const)('%s is given nothing, and nothing is written down', async (who) => {
  expect((await (await endpoint.signIn(who)).get(paths.consolidated(round))).statusCode).toBe(403);
  expect((await team.get(paths.audit('PROGRAMME'))).json()).toEqual({ entries: [] });
});

test('asking whether it is there takes nothing', async () => {
  expect((await team.call('HEAD', paths.consolidated(round))).statusCode).toBe(404);
  expect((await team.get(paths.audit('PROGRAMME'))).json()).toEqual({ entries: [] });
});

test('with answers it has no ETag, since what it says is not known before it has gone; without them it has one', async () => {
  expect((await get()).headers).not.toHaveProperty('etag');
  expect((await get('?answers=none')).headers).toHaveProperty('etag');
});

test.each(['answers=some', 'as-at=tomorrow', 'rows=1'])('%s is refused', async (query) => {
  const answer = await get(`?${query}`);
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'invalid-request']);
});

test('a reader who stops reading holds it up, and one who goes away ends it', () =>
  goesAsFastAsItIsRead(paths.consolidated(round)));

describe.each([
  ['as it is', {}],
  ['pressed', { 'accept-encoding': 'gzip' }],
])('an answer that cannot go on breaks off and never looks whole, %s', (_name, headers) => {
  const isBrokenOff = async (spoil: (nation: Awaited<ReturnType<typeof manyAccepted>>) => unknown) => {
    const nation = await manyAccepted(500);
    const { answer } = await nation.ask(paths.consolidated(round), headers);
    await once(answer, 'readable');
    await spoil(nation);
    const read = (async () => {
      for await (const piece of answer) void piece;
    })();
    await expect(read).rejects.toThrow();
    await nation.close();
  };

  test('when the database fails', () => isBrokenOff(({ breakDisk }) => breakDisk()));

  test('when the round is purged meanwhile', () =>
    isBrokenOff(({ store }) => store.write(({ retention }) => retention.purge(round))));
});
