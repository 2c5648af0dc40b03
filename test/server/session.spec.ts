import { paths } from '#wire/paths.ts';
import { secondsAfter } from '../../src/server/world.ts';
import { startEndpoint, type Endpoint } from './kit/endpoint.ts';
import { codes } from './kit/small-programme.ts';

let endpoint: Endpoint;
beforeEach(async () => {
  endpoint = await startEndpoint({ backOff: { freeTries: 2, firstWait: 10, longestWait: 40, forgetAfter: 100 } });
});
afterEach(() => endpoint.close());

const signIn = (code: string, remoteAddress = '10.0.0.1') =>
  endpoint.app.inject({ method: 'POST', url: paths.session, payload: { code }, remoteAddress });
const wait = (seconds: number) => {
  endpoint.clock.now = secondsAfter(endpoint.clock.now, seconds);
};

test('a right code answers a token for eight hours and who signed in', async () => {
  const answer = await signIn(codes.oak);
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({
    token: expect.stringMatching(/^[\w-]{43}$/),
    expires: '2009-06-01T20:00:00.000Z',
    person: { role: 'school', name: 'Oak School', owner: '999901' },
  });
  expect(answer.headers['cache-control']).toBe('no-store');
});

test.each([['oak-code'], [' OAK CODE '], ['OAKCODE']])('a code is known however it is typed: %s', async (typed) => {
  expect((await signIn(typed)).statusCode).toBe(200);
});

test('two sign-ins are two sessions: ending one leaves the other', async () => {
  const [one, two] = [await endpoint.signIn('oak'), await endpoint.signIn('oak')];
  expect((await one.delete(paths.session)).statusCode).toBe(204);
  expect((await one.get(paths.rounds)).statusCode).toBe(401);
  expect((await two.get(paths.rounds)).statusCode).toBe(200);
});

test.each([
  ['none', undefined],
  ['an invented one', `Bearer ${'A'.repeat(43)}`],
  ['one of another scheme', 'Basic b2FrOm9haw=='],
  ['one that is cut off', 'Bearer A'],
])('no token that holds is session-expired: %s', async (_what, authorization) => {
  const headers = authorization === undefined ? {} : { authorization };
  const answer = await endpoint.app.inject({ method: 'GET', url: paths.rounds, headers });
  expect(answer.json()).toMatchObject({ code: 'session-expired' });
});

test('wrong codes beyond the free ones cost waiting, each double the last, up to the longest', async () => {
  for (const _free of [1, 2, 3]) expect((await signIn('WRONG')).statusCode).toBe(401);
  const waits: number[] = [];
  for (const _further of [1, 2, 3, 4]) {
    const { retryAfter } = (await signIn('WRONG')).json<{ retryAfter: number }>();
    waits.push(retryAfter);
    wait(retryAfter);
    expect((await signIn('WRONG')).json()).toMatchObject({ code: 'code-unknown' });
  }
  expect(waits).toEqual([10, 20, 40, 40]);
});

test('while an address waits even a right code is not looked at; another address is free', async () => {
  for (const _wrong of [1, 2, 3]) await signIn('WRONG');
  expect((await signIn(codes.oak)).json()).toMatchObject({ code: 'too-many-tries', retryAfter: 10 });
  expect((await signIn(codes.oak, '10.0.0.2')).statusCode).toBe(200);
  wait(10);
  expect((await signIn(codes.oak)).statusCode).toBe(200);
});

test('wrong codes are forgotten after a while without one', async () => {
  for (const _wrong of [1, 2, 3]) await signIn('WRONG');
  wait(100);
  for (const _wrong of [1, 2]) await signIn('WRONG');
  expect((await signIn(codes.oak)).statusCode).toBe(200);
});

test.each([
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['::ffff:10.0.0.1', '10.0.0.1', true],
  ['10.0.0.1', '10.0.0.2', false],
])('addresses of one subscriber count as one: %s and %s: %s', async (one, other, same) => {
  for (const _wrong of [1, 2, 3]) await signIn('WRONG', one);
  expect((await signIn(codes.oak, other)).statusCode).toBe(same ? 429 : 200);
});

describe('who sends wrong codes is known by the address', () => {
  const backOff = { freeTries: 2, firstWait: 10, longestWait: 40, forgetAfter: 100 };
  /** Five wrong codes, from one address, each with headers of its own; answers their statuses. */
  const five = async (endpointThen: Endpoint, headers: (nth: number) => Record<string, string>) => {
    const statuses: number[] = [];
    for (const nth of [1, 2, 3, 4, 5]) {
      const send = {
        method: 'POST',
        url: paths.session,
        payload: { code: 'WRONG' },
        remoteAddress: '10.0.0.1',
      } as const;
      statuses.push((await endpointThen.app.inject({ ...send, headers: headers(nth) })).statusCode);
    }
    await endpointThen.close();
    return statuses;
  };

  test('that she comes from, whatever she writes into headers', async () => {
    const statuses = await five(await startEndpoint({ backOff }), (nth) => ({
      'x-forwarded-for': `192.0.2.${nth}`,
      'x-real-ip': `192.0.2.${nth}`,
      forwarded: `for=192.0.2.${nth}`,
    }));
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
  });

  test('that a proxy which is trusted says she comes from, whatever she wrote before it', async () => {
    const trusting = () => startEndpoint({ backOff, trustProxy: '10.0.0.1' });
    const one = (nth: number) => ({ 'x-forwarded-for': `192.0.2.${nth}, 198.51.100.1` });
    const several = (nth: number) => ({ 'x-forwarded-for': `192.0.2.9, 198.51.100.${nth}` });
    expect(await five(await trusting(), one)).toEqual([401, 401, 401, 429, 429]);
    expect(await five(await trusting(), several)).toEqual([401, 401, 401, 401, 401]);
  });

  test('that she comes from, where another proxy is trusted', async () => {
    const statuses = await five(await startEndpoint({ backOff, trustProxy: '10.0.0.2' }), (nth) => ({
      'x-forwarded-for': `192.0.2.${nth}`,
    }));
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
  });
});

test('servers of one database count wrong codes together', async () => {
  const { store, clock } = endpoint;
  const other = await startEndpoint({
    store,
    backOff: { freeTries: 2, firstWait: 10, longestWait: 40, forgetAfter: 100 },
  });
  other.clock.now = clock.now;
  for (const _wrong of [1, 2, 3]) await signIn('WRONG');
  const answer = await other.app.inject({
    method: 'POST',
    url: paths.session,
    payload: { code: codes.oak },
    remoteAddress: '10.0.0.1',
  });
  expect(answer.json()).toMatchObject({ code: 'too-many-tries', retryAfter: 10 });
  await other.close();
});

test('of many wrong codes at once no more are looked at than one after the other', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('WRONG')));
  expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(3);
});

test('who is signed in hears who she is and until when', async () => {
  const school = await endpoint.signIn('oak');
  wait(3600);
  expect((await school.get(paths.session)).json()).toEqual({
    expires: '2009-06-01T20:00:00.000Z',
    person: { role: 'school', name: 'Oak School', owner: '999901' },
  });
});
