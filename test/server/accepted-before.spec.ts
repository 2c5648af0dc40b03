import { paths } from '#wire/paths.ts';
import type { ReturnAnswer } from '#wire/shapes.ts';
import { contentOf, startEndpoint, submission, type Caller, type Endpoint } from './kit/endpoint.ts';
import { closedRound, elm, oak, round } from './kit/small-programme.ts';

/** What was accepted in an earlier round comes with a return that is still to be begun. */
let endpoint: Endpoint;
let school: Caller;
let team: Caller;
const content = contentOf({ A1: { stage: '1 Begun' }, A2: { stage: '2 Half done' } });

beforeAll(async () => {
  endpoint = await startEndpoint();
  [school, team] = [await endpoint.signIn('oak'), await endpoint.signIn('team')];
  endpoint.clock.now = '2008-06-01T12:00:00.000Z';
  [school, team] = [await endpoint.signIn('oak'), await endpoint.signIn('team')];
  await school.submit(closedRound, oak, submission(closedRound, oak, 'k1', 0, content));
});
afterAll(() => endpoint.close());

const before = async (owner: string = oak) =>
  (await team.get(paths.return(round, owner))).json<ReturnAnswer>().before;

test('what was only submitted is not offered', async () => {
  expect(await before()).toBeUndefined();
});

test('what was accepted is, with the version it was given in and without explanations', async () => {
  await team.put(paths.acceptance(closedRound, oak), { revision: 1 });
  expect(await before()).toEqual({
    round: 'Garden 2007/08',
    instrument: 'garden-steps@1',
    content: { rows: content.rows, explanations: [] },
  });
  expect(await before(elm)).toBeUndefined();
});

test('the earlier round itself has nothing before it', async () => {
  const answer = await team.get(paths.return(closedRound, oak));
  expect(answer.json<ReturnAnswer>().before).toBeUndefined();
});

test('once something is submitted, that counts and nothing is copied', async () => {
  endpoint.clock.now = '2009-06-01T12:00:00.000Z';
  [school, team] = [await endpoint.signIn('oak'), await endpoint.signIn('team')];
  await school.submit(round, oak, submission(round, oak, 'k2', 0, content));
  const answer = (await team.get(paths.return(round, oak))).json<ReturnAnswer>();
  expect([answer.latest?.number, answer.before]).toEqual([1, undefined]);
});
