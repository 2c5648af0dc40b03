import { paths } from '#wire/paths.ts';
import type { Problem } from '#wire/problems.ts';
import { usualRequestLimits } from '../../src/server/settings.ts';
import { startEndpoint, type Endpoint } from './kit/endpoint.ts';

const limits = { eachPerson: 5, eachAddress: 12 };
let endpoint: Endpoint;
beforeEach(async () => {
  endpoint = await startEndpoint({ limits });
});
afterEach(() => endpoint.close());

const statusFrom = async (remoteAddress: string, url: string = paths.health, token = '') => {
  const headers = token === '' ? {} : { authorization: `Bearer ${token}` };
  return (await endpoint.app.inject({ url, remoteAddress, headers })).statusCode;
};
const times = async <T>(count: number, ask: () => Promise<T>): Promise<readonly T[]> => {
  const answers: T[] = [];
  for (let nth = 0; nth < count; nth += 1) answers.push(await ask());
  return answers;
};

test('a person is refused beyond her own number, her colleague behind the same address is not', async () => {
  const [oak, elm] = [await endpoint.signIn('oak'), await endpoint.signIn('elm')];
  const codes = (await times(6, () => oak.get(paths.rounds))).map((answer) => answer.statusCode);
  expect(codes).toEqual([200, 200, 200, 200, 200, 429]);
  expect((await elm.get(paths.rounds)).statusCode).toBe(200);
});

test('a person is counted as one, however often she signs in', async () => {
  const [here, there] = [await endpoint.signIn('oak'), await endpoint.signIn('oak')];
  await times(3, () => here.get(paths.rounds));
  const codes = (await times(3, () => there.get(paths.rounds))).map((answer) => answer.statusCode);
  expect(codes).toEqual([200, 200, 429]);
});

test('who is not signed in is counted by address, tokens that are nobody’s as well; other addresses are not touched', async () => {
  await times(6, () => statusFrom('192.0.2.1'));
  await times(6, () => statusFrom('192.0.2.1', paths.rounds, 'x'.repeat(43)));
  expect(await statusFrom('192.0.2.1')).toBe(429);
  expect(await statusFrom('192.0.2.1', paths.rounds)).toBe(429);
  expect(await statusFrom('192.0.2.2')).toBe(200);
});

test('one subscriber’s many IPv6 addresses count as one', async () => {
  for (let nth = 0; nth < 12; nth += 1) await statusFrom(`2001:db8:1:2::${nth}`);
  expect([await statusFrom('2001:db8:1:2::ff'), await statusFrom('2001:db8:1:3::1')]).toEqual([429, 200]);
});

test('people who are signed in are answered although their address is at its end', async () => {
  const oak = await endpoint.signIn('oak');
  await times(20, () => statusFrom('127.0.0.1'));
  expect(await statusFrom('127.0.0.1')).toBe(429);
  expect((await oak.get(paths.rounds)).statusCode).toBe(200);
});

test('the refusal says in whole seconds when to come again', async () => {
  const oak = await endpoint.signIn('oak');
  const refused = (await times(6, () => oak.get(paths.rounds))).at(-1);
  const { code, retryAfter = 0 } = refused!.json<Problem>();
  expect(code).toBe('too-many-requests');
  expect(retryAfter).toBeGreaterThan(0);
  expect(retryAfter).toBeLessThanOrEqual(60);
  expect(refused!.headers['retry-after']).toBe(String(retryAfter));
});

test('200 teachers of one school open the pane at the same minute', async () => {
  const usual = await startEndpoint({ limits: usualRequestLimits });
  // The page, its scripts, styles and icons, the words for help, and signing in.
  const each = 15;
  let worst = 200;
  for (let nth = 0; nth < 200 * each; nth += 1) {
    const { statusCode } = await usual.app.inject({ url: paths.health, remoteAddress: '192.0.2.1' });
    worst = Math.max(worst, statusCode);
  }
  await usual.close();
  expect(worst).toBe(200);
});
