import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibsql } from '../../../src/server/store/libsql.ts';
import { openStore } from '../../../src/server/store/store.ts';
import { secondsAfter } from '../../../src/server/world.ts';
import { paths } from '#wire/paths.ts';
import { endpointOver, startEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { handInForTests, listen, pageVisitor, textOf, type PageVisitor } from '../kit/page-visitor.ts';
import { codes, programme, round } from '../kit/small-programme.ts';

/** Who comes in at the page, for how long, and what the page gives away. */
let endpoint: Endpoint;
let url: string;
let school: PageVisitor;

beforeEach(async () => {
  endpoint = await startEndpoint({
    handIn: handInForTests(),
    backOff: { freeTries: 2, firstWait: 10, longestWait: 40, forgetAfter: 100 },
    trustProxy: '127.0.0.1',
  });
  url = await listen(endpoint);
  school = pageVisitor(url);
});
afterEach(() => endpoint.close());

test('a wrong code is told, waits as long as at the API, and is counted together with it', async () => {
  const answers = [
    await school.signIn('NOBODYS-CODE'),
    await school.signIn('x'.repeat(100)),
    await school.signIn('<script>'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
  expect(textOf(answers[0] ?? { body: '' })).toContain('This access code is not known.');
  await endpoint.app.inject({ method: 'POST', url: paths.session, payload: { code: 'WRONG' } });
  const waits = await school.signIn(codes.oak);
  expect([waits.status, Number(waits.headers.get('retry-after'))]).toEqual([429, 10]);
  expect(textOf(waits)).toContain('Wait 10 seconds, then try again.');
});

test('its one cookie goes to the page alone, to no script and to no other site; over HTTPS only where there is HTTPS', async () => {
  const signIn = (headers: Record<string, string> = {}) =>
    school.send('/hand-in/sign-in', { method: 'POST', body: new URLSearchParams({ code: codes.oak }), headers });
  const [plain, secure] = [await signIn(), await signIn({ 'x-forwarded-proto': 'https' })];
  expect(plain.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^stem-hand-in=[\w-]{43}; Path=\/hand-in; HttpOnly; SameSite=Strict$/),
  ]);
  expect(secure.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Secure-stem-hand-in=[\w-]{43}; Path=\/hand-in; HttpOnly; SameSite=Strict; Secure$/),
  ]);
  expect(plain.to).toBe('/hand-in');
});

test('over HTTPS a cookie by the name for plain HTTP, which anybody on the way could set, lets nobody in', async () => {
  const { token } = await endpoint.signIn('elm');
  const title = async (name: string, proto: string) => {
    const headers = { cookie: `${name}=${token}`, 'x-forwarded-proto': proto };
    return /<h1>(.*)<\/h1>/.exec((await school.send('/hand-in', { headers })).body)?.[1];
  };
  const [plain, secure] = ['stem-hand-in', '__Secure-stem-hand-in'];
  expect([await title(plain, 'http'), await title(secure, 'https')]).toEqual(Array(2).fill('Your returns'));
  expect([await title(plain, 'https'), await title(secure, 'http')]).toEqual(Array(2).fill('Hand in your return'));
});

test('signing in again ends the session of before, but not with a wrong code', async () => {
  await school.signIn(codes.oak);
  const cookie = school.cookie();
  const window = pageVisitor(url);
  const isIn = async () => (await window.send(`/hand-in/${round}`, { headers: { cookie } })).status === 200;
  await school.signIn('NOBODYS-CODE');
  expect(await isIn()).toBe(true);
  await school.signIn(codes.elm);
  expect(await isIn()).toBe(false);
  expect(textOf(await school.get('/hand-in'))).toContain('Your returns');
});

test('the API neither takes the cookie nor gives one, and takes no forms', async () => {
  await school.signIn(codes.oak);
  const answer = await school.get(paths.returns);
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([401, []]);
  const form = await school.post(paths.session, { code: codes.oak });
  expect(form.status).toBe(400);
});

test('every answer forbids scripts, frames and keeping it', async () => {
  await school.signIn(codes.oak);
  const answers = [
    await school.get('/hand-in'),
    await school.get(`/hand-in/${round}`),
    await school.get('/hand-in/ZZ-1'),
    await school.get('/hand-in/no/such/page'),
    await school.get('/hand-in/' + 'x'.repeat(90)),
    await school.post('/hand-in/sign-out'),
    await school.post(`/hand-in/${round}/withdraw`, { reason: 'x'.repeat(70_000) }),
  ];
  for (const { headers, body } of answers) {
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none';.*form-action 'self'; frame-ancestors 'none'/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const style = /<style>([^]*)<\/style>/.exec(body)?.[1];
    const hash = style === undefined ? '' : createHash('sha256').update(style).digest('base64');
    expect(headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}`);
    expect(body).not.toMatch(/<script|\son\w+=|javascript:/i);
  }
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 404, 400, 303, 401]);
});

test('a form without the page’s secret does nothing, nor does one that another site sends', async () => {
  await school.signIn(codes.oak);
  await school.get(`/hand-in/${round}`);
  const elsewhere = await school.send('/hand-in/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ code: codes.elm }),
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect([elsewhere.status, elsewhere.headers.getSetCookie()]).toEqual([400, []]);
  school.forgetSecret();
  const file = new Uint8Array([1]);
  const answers = [
    await school.handIn(round, { file }),
    await school.post(`/hand-in/${round}/withdraw`, { secret: 'another', reason: 'Because.' }),
    await school.post(`/hand-in/${round}/give-up`, { secret: 'another' }),
    await school.post(`/hand-in/${round}/workbook.xlsx`, { secret: 'another' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
  await school.post('/hand-in/sign-out', { secret: 'another' });
  expect(textOf(await school.get('/hand-in'))).toContain('Your returns');
});

test('of what stands in a form twice neither is taken', async () => {
  await school.signIn(codes.oak);
  const secret = /name="secret" value="([^"]+)"/.exec((await school.get(`/hand-in/${round}`)).body)?.[1] ?? '';
  const withdraw = async (...fields: [string, string][]) => {
    const sent = await school.send(`/hand-in/${round}/withdraw`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    return sent.status;
  };
  const [right, reason] = [
    ['secret', secret],
    ['reason', 'Because.'],
  ] as [[string, string], [string, string]];
  // Nothing was submitted: that is what stands in the way of the one that is in order.
  expect(await withdraw(right, reason)).toBe(409);
  expect([await withdraw(right, right, reason), await withdraw(right, reason, reason)]).toEqual([401, 400]);
});

test('a session that is over takes no file and says what to do', async () => {
  await school.signIn(codes.oak);
  await school.get(`/hand-in/${round}`);
  endpoint.clock.now = secondsAfter(endpoint.clock.now, 8 * 60 * 60);
  const answer = await school.handIn(round, { file: new Uint8Array([1]) });
  expect([answer.status, textOf(answer)]).toEqual([401, expect.stringContaining('You are no longer signed in.')]);
  expect(textOf(answer)).toContain('Your file is still on your computer');
});

test('revoking a code ends the page’s session at once', async () => {
  await school.signIn(codes.oak);
  const team = await endpoint.signIn('team');
  await team.delete(paths.personSessions('P-oak'));
  expect((await school.get(`/hand-in/${round}`)).status).toBe(401);
});

test('what is handed in lies in the database sealed: not even another session of hers opens it, changed it is not there, and signing out drops it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stem-hand-in-'));
  const file = join(folder, 'data.db');
  const opened = await openStore({ place: { file }, mode: 'real', now: endpoint.clock.now, programme });
  if (!opened.ok) throw new Error('not opened');
  const kept = endpointOver(opened.value, { handIn: handInForTests() });
  const there = await listen(kept);
  const data = openLibsql(file);
  const lines = () => data.prepare('select sealed from handed_in').all([]) as { sealed: Uint8Array }[];
  const [one, colleague] = [pageVisitor(there), pageVisitor(there)];
  await one.signIn(codes.oak);
  await one.get(`/hand-in/${round}`);
  await one.handIn(round, { file: new TextEncoder().encode('no workbook'), name: 'Mary Smith.xlsx' });
  const [line] = lines();
  expect(Buffer.from(line?.sealed ?? []).includes('Mary')).toBe(false);
  expect((await one.get(`/hand-in/${round}/check`)).body).toContain('Mary Smith.xlsx');
  await colleague.signIn(codes.oak);
  expect((await colleague.get(`/hand-in/${round}/check`)).to).toBe(`/hand-in/${round}`);
  const sealed = Buffer.from(line?.sealed ?? []);
  const put = (bytes: Uint8Array) => data.prepare('update handed_in set sealed = ?').run([bytes]);
  for (const at of [0, 12, sealed.length >> 1, sealed.length - 1]) {
    put(sealed.map((byte, index) => (index === at ? byte ^ 1 : byte)));
    expect([at, (await one.get(`/hand-in/${round}/check`)).to]).toEqual([at, `/hand-in/${round}`]);
  }
  put(sealed);
  expect((await one.get(`/hand-in/${round}/check`)).body).toContain('Mary Smith.xlsx');
  await one.post('/hand-in/sign-out');
  expect(lines()).toEqual([]);
  data.close();
  await kept.close();
  rmSync(folder, { recursive: true });
});
