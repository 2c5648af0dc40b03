import type { AddressInfo } from 'node:net';
import type { LightMyRequestResponse } from 'fastify';
import { Value } from 'typebox/value';
import { paths } from '#wire/paths.ts';
import { Problem, problemCodes, type ProblemCode } from '#wire/problems.ts';
import { problem } from '../../src/server/http/problems.ts';
import { StoreUnavailable } from '../../src/server/store/transaction.ts';
import { contentOf, startEndpoint, submission, type Endpoint } from './kit/endpoint.ts';
import { kiteRound, kites, openKites, pupils, tallySubmission } from './kit/pupils.ts';
import { exchange } from './kit/raw-http.ts';
import { closedRound, elm, instruments, lateRound, oak, round } from './kit/small-programme.ts';

const content = contentOf({ A1: { stage: '1 Begun' } });
const good = submission(round, oak, 'k1', 0, content);

type Answer = Promise<Pick<LightMyRequestResponse, 'statusCode' | 'headers' | 'body' | 'json'>>;

/** Requests a minute that the endpoint takes here from one person. */
const few = 20;
const hurried = { head: 200, request: 200, silence: 2000, next: 1000, looks: 20 };

/** For every word of the problem table, a request that brings it about. */
const ways: Readonly<Record<ProblemCode, (endpoint: Endpoint) => Answer>> = {
  'invalid-request': async ({ signIn }) => (await signIn('oak')).submit(round, oak, { ...good, key: 'k 1' }),
  'code-unknown': ({ app }) => app.inject({ method: 'POST', url: paths.session, payload: { code: 'none' } }),
  'session-expired': ({ app }) => app.inject({ method: 'GET', url: paths.rounds }),
  'not-yours': async ({ signIn }) => (await signIn('oak')).get(paths.return(round, elm)),
  'not-found': ({ app }) => app.inject({ method: 'GET', url: '/nothing-here' }),
  'too-slow': async ({ app }) => {
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const said = await exchange(port, Buffer.from('GET /healthz HTTP/1.1\r\nHost: '));
    if (said.kind !== 'answered') throw new Error(said.kind);
    const { status, headers, body } = said;
    return { statusCode: status, headers: Object.fromEntries(headers), body, json: () => JSON.parse(body) };
  },
  'round-closed': async ({ signIn }) =>
    (await signIn('oak')).submit(closedRound, oak, submission(closedRound, oak, 'k1', 0, content)),
  'key-reused': async ({ signIn }) => {
    const school = await signIn('oak');
    await school.submit(round, oak, good);
    return school.submit(round, oak, submission(round, oak, 'k1', 1, contentOf({ A2: { stage: 1 } })));
  },
  conflict: async ({ signIn }) => {
    const school = await signIn('oak');
    await school.submit(round, oak, good);
    return school.submit(round, oak, submission(round, oak, 'k2', 0, content));
  },
  state: async ({ signIn }) => (await signIn('mentor')).put(paths.acceptance(round, oak), { revision: 1 }),
  'person-ended': async ({ signIn }) => {
    const team = await signIn('team');
    await team.put(paths.personEnded('P-oak'));
    return team.post(paths.personCodes('P-oak'), {});
  },
  'last-way-in': async ({ signIn }) => (await signIn('team')).put(paths.personEnded('P-team')),
  'already-there': async ({ signIn }) =>
    (await signIn('team')).post(paths.register, { urn: oak, name: 'Another of this number' }),
  'file-unread': async ({ app, signIn }) => {
    const { token } = await signIn('team');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv' };
    return app.inject({ method: 'POST', url: paths.registerPreview, headers, payload: 'Pupil,Year\n1,7' });
  },
  'tally-only': async (endpoint) => {
    await (await endpoint.signIn('team')).post(paths.rounds, openKites);
    return (await endpoint.signIn('oak')).submit(kiteRound, oak, good);
  },
  'rows-needed': async ({ signIn }) =>
    (await signIn('oak')).post(paths.tallies(round, oak), tallySubmission(oak, 'k1', 0, pupils('7', 3))),
  purged: async ({ signIn }) => {
    const team = await signIn('team');
    await team.post(paths.purge(closedRound), { reason: 'The project has ended.' });
    return team.patch(paths.round(closedRound), { late: true });
  },
  'round-open': async ({ signIn }) => (await signIn('team')).post(paths.purge(round), {}),
  'changed-since': async ({ app, signIn }) => {
    const { token } = await signIn('team');
    const headers = { authorization: `Bearer ${token}`, 'if-match': '"as it was"' };
    return app.inject({ method: 'PATCH', url: paths.round(round), headers, payload: { late: true } });
  },
  'too-large': ({ app }) =>
    app.inject({ method: 'POST', url: paths.session, payload: { code: 'x'.repeat(100_000) } }),
  issues: async ({ signIn }) =>
    (await signIn('oak')).submit(round, oak, submission(round, oak, 'k1', 0, contentOf({ A1: { stage: 'often' } }))),
  'late-reason': async ({ signIn }) =>
    (await signIn('oak')).submit(lateRound, oak, submission(lateRound, oak, 'k1', 0, content)),
  'fingerprint-wrong': async ({ signIn }) =>
    (await signIn('oak')).submit(round, oak, { ...good, fingerprint: '0'.repeat(64) }),
  'tally-wrong': async (endpoint) => {
    await (await endpoint.signIn('team')).post(paths.rounds, openKites);
    const { tallied } = tallySubmission(oak, 'k1', 0, pupils('7', 3));
    const none = tallySubmission(oak, 'k1', 0, pupils('7', 3), { tallied: { ...tallied, sums: [] } });
    return (await endpoint.signIn('oak')).post(paths.tallies(kiteRound, oak), none);
  },
  'not-due': async ({ signIn }) => (await signIn('team')).post(paths.purge(closedRound), {}),
  'too-many-tries': async ({ app }) => {
    const wrong = () => app.inject({ method: 'POST', url: paths.session, payload: { code: 'none' } });
    for (let nth = 0; nth < 9; nth++) await wrong();
    return wrong();
  },
  'too-many-requests': async ({ signIn }) => {
    const school = await signIn('oak');
    for (let nth = 0; nth < few; nth++) await school.get(paths.rounds);
    return school.get(paths.rounds);
  },
  internal: async ({ app, store, signIn }) => {
    const school = await signIn('oak');
    store.write = () => Promise.reject(new Error('SECRET of the database'));
    return app.inject({
      method: 'DELETE',
      url: paths.session,
      headers: { authorization: `Bearer ${school.token}` },
    });
  },
  unavailable: ({ app, store }) => {
    store.write = () => Promise.reject(new StoreUnavailable('SQLITE_BUSY'));
    return app.inject({ method: 'POST', url: paths.session, payload: { code: 'none' } });
  },
};

describe.each(Object.entries(ways))('the refusal %s', (code, way) => {
  test('is a problem document with its word, its status and nothing of our insides', async () => {
    const known = (reference: string) => (reference === openKites.instrument ? kites : instruments(reference));
    const limits = { eachPerson: few, eachAddress: 1000 };
    const endpoint = await startEndpoint({ instruments: known, limits, patience: hurried });
    const answer = await way(endpoint);
    await endpoint.close();
    const body = answer.json<Problem>();
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(body.code).toBe(code);
    expect(answer.statusCode).toBe(problemCodes[code as ProblemCode]);
    expect(body.status).toBe(answer.statusCode);
    expect(body.title).toBe(problem(code as ProblemCode).title);
    // What never became a request has no number.
    if (code !== 'too-slow') expect(body.requestId).toEqual(expect.any(String));
    expect(Value.Check(Problem, body)).toBe(true);
    expect(answer.body).not.toMatch(/SECRET|stack|node_modules/);
  });
});

test('waiting is said in the header as well, in whole seconds', async () => {
  const endpoint = await startEndpoint();
  const answer = await ways['too-many-tries'](endpoint);
  await endpoint.close();
  expect(answer.headers['retry-after']).toBe(String(answer.json<Problem>().retryAfter));
  expect(answer.json<Problem>().retryAfter).toBeGreaterThan(0);
});

describe('a request of the wrong shape is refused, nothing is guessed or dropped:', () => {
  test.each([
    ['a number for text', { ...good, key: 1 }],
    ['text for a number', { ...good, basedOn: '0' }],
    ['a member nobody asked for', { ...good, more: true }],
    ['a member missing', { ...good, replies: undefined }],
    [
      'a cell that is a list',
      { ...good, content: { rows: [{ key: 'A1', values: { stage: [1] } }], explanations: [] } },
    ],
    ['a cell longer than Excel’s longest', { ...good, content: contentOf({ A1: { note: 'x'.repeat(32768) } }) }],
    ['a reply with a character no database keeps', { ...good, replies: [{ question: 'q1', text: 'a\u0000b' }] }],
    ['a list', []],
    ['nothing', undefined],
  ])('%s', async (_what, payload) => {
    const endpoint = await startEndpoint();
    const school = await endpoint.signIn('oak');
    const answer = await school.post(paths.revisions(round, oak), payload);
    await endpoint.close();
    expect(answer.json()).toMatchObject({ code: 'invalid-request', detail: expect.any(String) });
  });

  test.each([
    ['broken JSON', '{"code":'],
    ['a member that would reach into the language', '{"__proto__":{"x":1},"code":"none"}'],
  ])('%s', async (_what, payload) => {
    const endpoint = await startEndpoint();
    const headers = { 'content-type': 'application/json' };
    const answer = await endpoint.app.inject({ method: 'POST', url: paths.session, payload, headers });
    await endpoint.close();
    expect(answer.json()).toMatchObject({ code: 'invalid-request' });
  });

  test.each([
    '/v1/rounds/%E0/returns/x',
    '/v1/rounds/a%2Fb/returns/..',
    `/v1/rounds/${'x'.repeat(300)}/consolidated`,
  ])('the path %s', async (url) => {
    const endpoint = await startEndpoint();
    const answer = await (await endpoint.signIn('team')).get(url);
    await endpoint.close();
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(Value.Check(Problem, answer.json())).toBe(true);
  });
});
