import { paths } from '#wire/paths.ts';
import type { MadeCode, PeopleAnswer, WireMember } from '#wire/people.ts';
import { secondsAfter } from '../../src/server/world.ts';
import { offerSetUp } from '../../src/server/store/set-up.ts';
import { startEndpoint, type Caller, type Endpoint } from './kit/endpoint.ts';
import { codes, elm, far, oak } from './kit/small-programme.ts';

let endpoint: Endpoint;
let team: Caller;
beforeEach(async () => {
  endpoint = await startEndpoint();
  team = await endpoint.signIn('team');
});
afterEach(() => endpoint.close());

const add = async (asked: object) => (await team.post(paths.people, asked)).json<WireMember>();
const makeCode = async (person: string, asked: object = {}) =>
  (await team.post(paths.personCodes(person), asked)).json<MadeCode>();
const signIn = (code: string) => endpoint.app.inject({ method: 'POST', url: paths.session, payload: { code } });
const isLetIn = async (caller: Caller) => (await caller.get(paths.session)).statusCode === 200;
const wait = (seconds: number) => {
  endpoint.clock.now = secondsAfter(endpoint.clock.now, seconds);
};

test('several people of one school each have a code of their own and act under their own name', async () => {
  const ann = await add({ role: 'school', name: ' Ann Ash ', owner: oak });
  const { code, about } = await makeCode(ann.id);
  expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/);
  expect(about).toMatchObject({ made: endpoint.clock.now, once: false, holds: true });
  expect((await signIn(code)).json()).toMatchObject({ person: { role: 'school', name: 'Ann Ash', owner: oak } });
  expect((await signIn(codes.oak)).json()).toMatchObject({ person: { name: 'Oak School', owner: oak } });
});

test('a mentor gets an owner of her own, sees the schools given to her, and from a change on the others', async () => {
  const mentor = await add({ role: 'mentor', name: 'Nia', schools: [oak, elm] });
  expect(mentor.owner).toMatch(/^M-[0-9A-Z]+$/);
  expect(mentor.schools?.map(({ owner }) => owner).sort()).toEqual([oak, elm]);
  const nia = await endpoint.signInBy((await makeCode(mentor.id)).code);
  expect((await nia.get(paths.return('GA-200809', oak))).statusCode).toBe(200);
  await team.put(paths.personSchools(mentor.id), { schools: [far] });
  expect((await nia.get(paths.return('GA-200809', oak))).statusCode).toBe(403);
  expect((await nia.get(paths.return('GA-200809', far))).statusCode).toBe(200);
});

test.each([
  [{ role: 'school', name: 'Ann', owner: '123456' }, '/owner'],
  [{ role: 'school', name: 'Ann', owner: 'M-1' }, '/owner'],
  [{ role: 'mentor', name: 'Nia', schools: [oak, '123456'] }, '/schools/1'],
])('somebody of what is no school is not added: %j', async (asked, detail) => {
  expect((await team.post(paths.people, asked)).json()).toMatchObject({ code: 'invalid-request', detail });
});

test.each([[''], ['   '], ['two\nlines'], ['x'.repeat(201)]])(
  'a name is one line with something in it: %j',
  async (name) => {
    const answer = await team.post(paths.people, { role: 'project-team', name });
    expect(answer.json()).toMatchObject({ code: 'invalid-request' });
  },
);

describe('a code that lets nobody in is answered as one that never was', () => {
  const unknown = async () => ({ ...(await signIn('NEVER-WAS')).json<object>(), requestId: '' });
  const answered = async (code: string) => ({ ...(await signIn(code)).json<object>(), requestId: '' });

  test('when it has run out', async () => {
    const { code } = await makeCode('P-oak', { expires: secondsAfter(endpoint.clock.now, 60) });
    wait(59);
    expect((await signIn(code)).statusCode).toBe(200);
    wait(1);
    expect(await answered(code)).toEqual(await unknown());
  });

  test('when it is revoked', async () => {
    const { code, about } = await makeCode('P-oak');
    await team.put(paths.codeRevoked('P-oak', about.id));
    expect(await answered(code)).toEqual(await unknown());
  });

  test('when it was for one sign-in and is used up', async () => {
    const { code } = await makeCode('P-oak', { once: true });
    expect((await signIn(code)).statusCode).toBe(200);
    expect(await answered(code)).toEqual(await unknown());
  });

  test('when its person has ended', async () => {
    await team.put(paths.personEnded('P-oak'));
    expect(await answered(codes.oak)).toEqual(await unknown());
  });
});

test('a session ends at once when its code is revoked; those of another code go on', async () => {
  const { code, about } = await makeCode('P-oak');
  const [hers, other] = [await endpoint.signInBy(code), await endpoint.signIn('oak')];
  const { codes: left } = (await team.put(paths.codeRevoked('P-oak', about.id))).json<WireMember>();
  expect(left.find(({ id }) => id === about.id)).toMatchObject({ holds: false, revoked: endpoint.clock.now });
  expect([await isLetIn(hers), await isLetIn(other)]).toEqual([false, true]);
});

test('a session ends at once when its person ends, or when she is signed out everywhere', async () => {
  const [oakSession, elmSession] = [await endpoint.signIn('oak'), await endpoint.signIn('elm')];
  await team.put(paths.personEnded('P-oak'));
  await team.delete(paths.personSessions('P-elm'));
  expect([await isLetIn(oakSession), await isLetIn(elmSession)]).toEqual([false, false]);
  expect((await signIn(codes.elm)).statusCode).toBe(200);
});

test('a session never outlives its code', async () => {
  const expires = secondsAfter(endpoint.clock.now, 600);
  const { code } = await makeCode('P-oak', { expires });
  expect((await signIn(code)).json()).toMatchObject({ expires });
});

test('a code is not made to hold until what is past or no day', async () => {
  for (const expires of [endpoint.clock.now, '2009-13-01T00:00:00Z', 'tomorrow']) {
    const answer = await team.post(paths.personCodes('P-oak'), { expires });
    expect(answer.json()).toMatchObject({ code: 'invalid-request' });
  }
});

test('the last way in for the project team is neither revoked nor ended, until there is another', async () => {
  const { people } = (await team.get(paths.people)).json<PeopleAnswer>();
  const last = people.find(({ id }) => id === 'P-team')?.codes[0]?.id ?? '';
  const refusal = { code: 'last-way-in', status: 409 };
  await makeCode('P-team', { once: true });
  expect((await team.put(paths.codeRevoked('P-team', last))).json()).toMatchObject(refusal);
  expect((await team.put(paths.personEnded('P-team'))).json()).toMatchObject(refusal);
  const { id } = await add({ role: 'project-team', name: 'Pat' });
  expect((await team.put(paths.personEnded('P-team'))).json()).toMatchObject(refusal);
  const pat = await endpoint.signInBy((await makeCode(id)).code);
  expect((await pat.put(paths.personEnded('P-team'))).json()).toMatchObject({ ended: endpoint.clock.now });
  expect(await isLetIn(team)).toBe(false);
});

test('of two who end each other at once, one stays', async () => {
  const { id } = await add({ role: 'project-team', name: 'Pat' });
  const pat = await endpoint.signInBy((await makeCode(id)).code);
  const answers = await Promise.all([team.put(paths.personEnded(id)), pat.put(paths.personEnded('P-team'))]);
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
});

test('set-up codes are void from the first code on that a real person of the project team gets', async () => {
  const { store, clock } = endpoint;
  const world = { now: () => clock.now, random: (bytes: number) => new Uint8Array(bytes).fill(7) };
  await store.write(async (records) => {
    for (const code of await records.codes.all('P-team')) await records.codes.revoke(code, clock.now);
  });
  const offer = await offerSetUp(store, world);
  const other = await offerSetUp(store, { ...world, random: (bytes) => new Uint8Array(bytes).fill(8) });
  const setUp = await endpoint.signInBy(offer?.code ?? '');
  const { id } = (await setUp.post(paths.people, { role: 'project-team', name: 'Pat' })).json<WireMember>();
  const { code } = (await setUp.post(paths.personCodes(id), {})).json<MadeCode>();
  expect((await signIn(other?.code ?? '')).statusCode).toBe(401);
  expect((await signIn(code)).statusCode).toBe(200);
  expect(await offerSetUp(store, world)).toBeUndefined();
});
