import { paths } from '#wire/paths.ts';
import type { MadeCode, PeopleAnswer } from '#wire/people.ts';
import { contentOf, startEndpoint, submission, type Caller, type Endpoint } from './kit/endpoint.ts';
import { far, oak, round } from './kit/small-programme.ts';

let endpoint: Endpoint;
let team: Caller;
beforeEach(async () => {
  endpoint = await startEndpoint();
  team = await endpoint.signIn('team');
  const school = await endpoint.signIn('oak');
  await school.submit(round, oak, submission(round, oak, 'k1', 0, contentOf({ A1: { stage: '1 Begun' } })));
});
afterEach(() => endpoint.close());

const send = (method: 'GET' | 'PUT' | 'PATCH' | 'POST', url: string, more: object = {}, payload?: object) =>
  endpoint.app.inject({
    method,
    url,
    headers: { authorization: `Bearer ${team.token}`, ...more },
    ...(payload ? { payload } : {}),
  });
const tagOf = async (url: string) => String((await send('GET', url)).headers['etag']);

/** What is changed, how, how somebody else changes it meanwhile, and where it is read. */
const changes = [
  ['a round', paths.round(round), 'PATCH', paths.round(round), { late: true }, { title: 'Other' }],
  ['a person’s name', paths.person('P-oak'), 'PUT', paths.personName('P-oak'), { name: 'Ann' }, { name: 'Bea' }],
  [
    'a mentor’s schools',
    paths.person('P-mo'),
    'PUT',
    paths.personSchools('P-mo'),
    { schools: [far] },
    { schools: [] },
  ],
  ['a school', paths.school(oak), 'PATCH', paths.school(oak), { region: 'North' }, { region: 'South' }],
] as const;

describe.each(changes)('%s', (_what, read, method, change, wanted, meanwhile) => {
  test('is changed when it stands as it was read', async () => {
    const answer = await send(method, change, { 'if-match': await tagOf(read) }, wanted);
    expect([answer.statusCode, answer.body]).toEqual([200, answer.body]);
  });

  test('is left alone when somebody else changed it meanwhile', async () => {
    const tag = await tagOf(read);
    await send(method, change, {}, meanwhile);
    const before = (await send('GET', read)).body;
    const answer = await send(method, change, { 'if-match': tag }, wanted);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([412, 'changed-since']);
    expect((await send('GET', read)).body).toBe(before);
  });

  test('is changed whatever it was by who does not ask, or says *', async () => {
    expect((await send(method, change, { 'if-match': '*' }, wanted)).statusCode).toBe(200);
    expect((await send(method, change, {}, meanwhile)).statusCode).toBe(200);
  });
});

test('a return is moved on only as it was read: a question in the meantime keeps it from being accepted', async () => {
  const tag = await tagOf(paths.return(round, oak));
  await team.post(paths.questions(round, oak), { id: 'q1', row: 'A1', field: 'stage', revision: 1, text: 'Why?' });
  const accept = (headers: object) => send('PUT', paths.acceptance(round, oak), headers, { revision: 1 });
  expect((await accept({ 'if-match': tag })).json()).toMatchObject({ code: 'changed-since' });
  const withdraw = (headers: object) => send('POST', paths.withdrawal(round, oak), headers, { reason: 'Wrong.' });
  expect((await withdraw({ 'if-match': tag })).json()).toMatchObject({ code: 'changed-since' });
  expect((await withdraw({ 'if-match': await tagOf(paths.return(round, oak)) })).statusCode).toBe(200);
});

describe('an answer that somebody has already', () => {
  test('is not sent again', async () => {
    const tag = await tagOf(paths.rounds);
    const again = await send('GET', paths.rounds, { 'if-none-match': `"other", ${tag}` });
    expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', tag]);
  });

  test('is sent when something has changed', async () => {
    const tag = await tagOf(paths.rounds);
    await team.patch(paths.round(round), { title: 'Other' });
    expect((await send('GET', paths.rounds, { 'if-none-match': tag })).statusCode).toBe(200);
  });

  test('is only an answer to reading: a change is carried out and answered', async () => {
    const first = await send('PATCH', paths.round(round), {}, { title: 'Other' });
    expect(first.headers).not.toHaveProperty('etag');
    expect((await send('PATCH', paths.round(round), { 'if-none-match': '*' }, { title: 'Other' })).statusCode).toBe(
      200,
    );
  });
});

describe('an answer', () => {
  const pressed = { 'accept-encoding': 'gzip' };

  test('is pressed for who takes that, and is the same', async () => {
    const plain = await send('GET', paths.register);
    const small = await send('GET', paths.register, pressed);
    expect(small.headers['etag']).toBe(plain.headers['etag']);
    const large = await send('GET', paths.openApi, pressed);
    expect(large.headers['content-encoding']).toBe('gzip');
    expect(large.rawPayload.length).toBeLessThan(20_000);
  });

  test('that holds a secret is never pressed', async () => {
    const headers = { ...pressed, authorization: `Bearer ${team.token}` };
    const payload = { code: 'TEAM-CODE' };
    const signIn = await endpoint.app.inject({ method: 'POST', url: paths.session, headers: pressed, payload });
    const code = await endpoint.app.inject({ method: 'POST', url: paths.personCodes('P-oak'), headers, payload: {} });
    expect(code.json<MadeCode>().code).toEqual(expect.any(String));
    for (const answer of [signIn, code]) expect(answer.headers).not.toHaveProperty('content-encoding');
  });

  test('that is pressed may not be sent to us: a small body could be a huge one', async () => {
    const answer = await send(
      'POST',
      paths.people,
      { 'content-encoding': 'gzip' },
      { role: 'project-team', name: 'Pat' },
    );
    expect(answer.statusCode).toBeLessThan(500);
  });
});

test.each([
  ['a round', paths.round('NO-SUCH'), 'PATCH', { late: true }],
  ['a person', paths.personEnded('P-nobody'), 'PUT', undefined],
  ['a person’s name', paths.personName('P-nobody'), 'PUT', { name: 'Ann' }],
  ['a school', paths.school('999999'), 'PATCH', { region: 'North' }],
  ['a return', paths.acceptance('NO-SUCH', oak), 'PUT', { revision: 1 }],
] as const)(
  'what is not there cannot have changed: %s is said not to be there',
  async (_what, url, method, payload) => {
    const answer = await send(method, url, { 'if-match': '"some"' }, payload);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'not-found']);
  },
);

test('people are told in pages, everybody once, in the order of names', async () => {
  const all = (await send('GET', paths.people)).json<PeopleAnswer>();
  expect(all).not.toHaveProperty('next');
  const told: string[] = [];
  for (let after = ''; ;) {
    const page = (await send('GET', `${paths.people}?limit=2${after}`)).json<PeopleAnswer>();
    told.push(...page.people.map(({ id }) => id));
    expect(page.people.length).toBeLessThanOrEqual(2);
    if (page.next === undefined) break;
    after = `&after=${page.next}`;
  }
  expect(told).toEqual(all.people.map(({ id }) => id));
  expect(new Set(told).size).toBe(all.people.length);
});
