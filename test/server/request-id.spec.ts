import { paths } from '#wire/paths.ts';
import type { Problem } from '#wire/problems.ts';
import { startEndpoint, type Endpoint } from './kit/endpoint.ts';
import { handInForTests, listen, pageVisitor, textOf } from './kit/page-visitor.ts';
import { firstSubmission } from './kit/rights-table.ts';
import { codes, oak, round } from './kit/small-programme.ts';

/** Ten signs that people can read out over the phone. */
const readable = /^[0-9A-HJKMNP-TV-Z]{10}$/;

let endpoint: Endpoint;
let log = '';
beforeEach(async () => {
  log = '';
  const stream = { write: (line: string) => void (log += line) };
  endpoint = await startEndpoint({ handIn: handInForTests(), logger: { level: 'info', stream } });
});
afterEach(() => endpoint.close());

test.each([paths.health, paths.rounds, paths.openApi, '/hand-in', '/nothing-here'])(
  'every answer carries the id that its request has in the log, done or refused: %s',
  async (url) => {
    const { headers } = await endpoint.app.inject({ url });
    expect(headers['x-request-id']).toMatch(readable);
    expect(log).toContain(`"reqId":"${String(headers['x-request-id'])}"`);
  },
);

test.each([paths.rounds, '/v1/%E0'])('a refusal says the same id as its header: %s', async (url) => {
  const answer = await endpoint.app.inject({ url });
  expect(answer.headers['x-request-id']).toMatch(readable);
  expect(answer.json<Problem>().requestId).toBe(answer.headers['x-request-id']);
});

test('no two requests have the same, to whichever server and after whichever start', async () => {
  const other = await startEndpoint();
  const ids = [endpoint, endpoint, other].map(async ({ app }) => (await app.inject(paths.health)).headers);
  const told = (await Promise.all(ids)).map((headers) => headers['x-request-id']);
  await other.close();
  expect(new Set(told).size).toBe(3);
});

test.each(['x-request-id', 'request-id'])('an id of the caller’s in %s is not taken', async (name) => {
  const { headers } = await endpoint.app.inject({ url: paths.health, headers: { [name]: 'of-the-caller' } });
  expect(headers['x-request-id']).toMatch(readable);
  expect(log).not.toContain('of-the-caller');
});

test('an add-in from elsewhere may read it', async () => {
  const origin = 'https://addin.example.org';
  const elsewhere = await startEndpoint({ addInOrigins: [origin] });
  const { headers } = await elsewhere.app.inject({ url: paths.health, headers: { origin } });
  await elsewhere.close();
  expect(String(headers['access-control-expose-headers'])).toContain('X-Request-Id');
});

/** The id by which the log knows where something went wrong. */
const idOfFault = () => {
  const line = log.split('\n').find((one) => one.includes('"msg":"unexpected"')) ?? '{}';
  return (JSON.parse(line) as { reqId?: string }).reqId;
};

test('of a fault of its own the page tells the id that stands in the log', async () => {
  const visitor = pageVisitor(await listen(endpoint));
  await visitor.signIn(codes.oak);
  endpoint.store.read = () => Promise.reject(new Error('broken'));
  const page = await visitor.get('/hand-in');
  expect(idOfFault()).toMatch(readable);
  expect([page.status, textOf(page)]).toEqual([500, expect.stringContaining(`project team “${idOfFault()}”`)]);
});

test('of a fault behind the API it tells the id that stands in the log', async () => {
  await (await endpoint.signIn('oak')).post(paths.revisions(round, oak), firstSubmission({ round, owner: oak }));
  const visitor = pageVisitor(await listen(endpoint));
  await visitor.signIn(codes.oak);
  await visitor.get(`/hand-in/${round}/withdraw`);
  endpoint.store.write = () => Promise.reject(new Error('broken'));
  const page = await visitor.post(`/hand-in/${round}/withdraw`, { reason: 'By mistake.' });
  expect(idOfFault()).toMatch(readable);
  expect([page.status, textOf(page)]).toEqual([500, expect.stringContaining(`project team “${idOfFault()}”`)]);
});
