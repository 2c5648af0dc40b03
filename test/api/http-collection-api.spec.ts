import { httpCollectionApi, type HttpParts } from '../../src/api/http-collection-api.ts';
import { problemCodes, type ProblemCode } from '#wire/problems.ts';

const expires = '2009-06-01T20:00:00.000Z';
const session = { token: 't'.repeat(43), expires, person: { role: 'school', name: 'Oak School', owner: '999901' } };

/** A tab's storage that holds what was put there. */
const storageWith = (items: Record<string, string> = {}) => {
  const held = new Map(Object.entries(items));
  return {
    held,
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
  };
};

const blocked = {
  getItem: (): string => {
    throw new Error('blocked');
  },
  setItem: (): void => {
    throw new Error('blocked');
  },
  removeItem: (): void => {
    throw new Error('blocked');
  },
};

const answering = (status: number, body: string, parts: Partial<HttpParts> = {}) =>
  httpCollectionApi({
    base: 'https://returns.test',
    fetch: async () =>
      new Response(body, {
        status,
        headers: { 'content-type': body.startsWith('<') ? 'text/html' : 'application/json; charset=utf-8' },
      }),
    now: () => '2009-06-01T12:00:00.000Z',
    ...parts,
  });

const problem = (code: ProblemCode) =>
  JSON.stringify({ type: 'x', title: 'x', status: problemCodes[code], code, retryAfter: 4 });

test.each([
  ['a proxy’s page', 200, '<html>Please log in to the network</html>'],
  ['JSON of another shape', 200, '{"token":1}'],
  ['an empty answer', 200, ''],
  ['a proxy’s error page', 502, '<html>Bad gateway</html>'],
  ['a refusal that is no problem', 400, '{"message":"no"}'],
  ['a refusal with an unknown word', 400, '{"type":"x","title":"x","status":400,"code":"no-such-code"}'],
])('%s is not understood, and its status is told', async (_what, status, body) => {
  expect(await answering(status, body).signIn('CODE')).toEqual({
    ok: false,
    failure: { kind: 'not-understood', status },
  });
});

test.each(Object.keys(problemCodes) as ProblemCode[])(
  'the refusal %s arrives as the server said it',
  async (code) => {
    expect(await answering(problemCodes[code], problem(code)).signIn('CODE')).toMatchObject({
      ok: false,
      failure: { kind: 'problem', problem: { code, retryAfter: 4 } },
    });
  },
);

test('no connection is offline', async () => {
  const down = answering(200, '', { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
  expect(await down.signIn('CODE')).toEqual({ ok: false, failure: { kind: 'offline' } });
});

test('no answer within the patience is offline, be it the head or the rest that hangs', async () => {
  const headHangs: HttpParts['fetch'] = (_url, init) =>
    new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
  const bodyHangs: HttpParts['fetch'] = async (_url, init) =>
    new Response(
      new ReadableStream({
        start: (stream) => init?.signal?.addEventListener('abort', () => stream.error(new Error('aborted'))),
      }),
    );
  for (const fetch of [headHangs, bodyHangs]) {
    const slow = answering(200, '', { fetch, patience: 20 });
    expect(await slow.signIn('CODE')).toEqual({ ok: false, failure: { kind: 'offline' } });
  }
});

test('a reloaded pane is still signed in', async () => {
  const storage = storageWith();
  await answering(200, JSON.stringify(session), { storage }).signIn('CODE');
  expect(answering(200, '', { storage }).person()).toEqual(session.person);
});

test('signing out takes the session out of the storage, whether or not anybody answers', async () => {
  const storage = storageWith();
  await answering(200, JSON.stringify(session), { storage }).signIn('CODE');
  const api = answering(0, '', { storage, fetch: () => Promise.reject(new Error('offline')) });
  expect(storage.getItem('stem-returns.session')).toContain(session.token);
  api.signOut();
  expect([api.person(), storage.getItem('stem-returns.session')]).toEqual([undefined, null]);
});

test('panes of different partitions do not share a session', async () => {
  const storage = storageWith();
  await answering(200, JSON.stringify(session), { storage, partition: 'one/' }).signIn('CODE');
  expect(answering(200, '', { storage, partition: 'two/' }).person()).toBeUndefined();
});

test('blocked storage is no failure: the session lives in the page', async () => {
  const api = answering(200, JSON.stringify(session), { storage: blocked });
  expect(await api.signIn('CODE')).toMatchObject({ ok: true });
  expect(api.person()?.name).toBe('Oak School');
  api.signOut();
  expect(api.person()).toBeUndefined();
});

test.each([
  ['not JSON'],
  ['{"token":""}'],
  ['null'],
  [JSON.stringify({ ...session, expires: '2009-06-01T11:00:00.000Z' })],
])('a stored session that is no good is no session: %s', (stored) => {
  const storage = storageWith({ 'stem-returns.session': stored });
  expect(answering(200, '', { storage }).person()).toBeUndefined();
});

test('when the server no longer knows the token, the person is signed out here too', async () => {
  const storage = storageWith({ 'stem-returns.session': JSON.stringify(session) });
  const api = answering(401, problem('session-expired'), { storage });
  expect(api.person()).toBeDefined();
  expect(await api.rounds()).toMatchObject({ ok: false, failure: { problem: { code: 'session-expired' } } });
  expect(api.person()).toBeUndefined();
  expect(storage.held.size).toBe(0);
});

test('the code, cookies and answers are never stored: only the session is', async () => {
  const storage = storageWith();
  await answering(200, JSON.stringify(session), { storage }).signIn('SECRET-CODE');
  expect([...storage.held.values()].join()).not.toContain('SECRET-CODE');
});
