import type { LightMyRequestResponse } from 'fastify';
import { paths } from '#wire/paths.ts';
import type { MadeCode, PeopleAnswer, WireMember } from '#wire/people.ts';
import type { AuditAnswer } from '#wire/audit.ts';
import { startEndpoint, type Caller, type Endpoint } from './kit/endpoint.ts';
import { oak } from './kit/small-programme.ts';

let endpoint: Endpoint;
let team: Caller;
beforeEach(async () => {
  endpoint = await startEndpoint();
  team = await endpoint.signIn('team');
});
afterEach(() => endpoint.close());

const send = (caller: Caller, url: string, key: string, payload: object): Promise<LightMyRequestResponse> => {
  const headers = { authorization: `Bearer ${caller.token}`, 'idempotency-key': key };
  return endpoint.app.inject({ method: 'POST', url, headers, payload });
};
const ann = { role: 'school', name: 'Ann', owner: oak };
const codesUrl = paths.personCodes('P-oak');
const letsIn = async (code: string) =>
  (await endpoint.app.inject({ method: 'POST', url: paths.session, payload: { code } })).statusCode === 200;
const people = async () => (await team.get(paths.people)).json<PeopleAnswer>().people;

describe('adding somebody', () => {
  test('with the same key again makes nobody twice, and answers her as she stands', async () => {
    const first = await send(team, paths.people, 'k1', ann);
    await team.put(paths.personName(first.json<WireMember>().id), { name: 'Ann Other' });
    const again = await send(team, paths.people, 'k1', ann);
    expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(again.json()).toEqual({ ...first.json<object>(), name: 'Ann Other' });
    expect((await people()).filter(({ name }) => name.startsWith('Ann'))).toHaveLength(1);
  });

  test('twice at the same moment with one key makes one', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => send(team, paths.people, 'k1', ann)));
    expect(new Set(answers.map((answer) => answer.json<WireMember>().id)).size).toBe(1);
  });

  test('with the same key and something else is refused, and makes nothing', async () => {
    await send(team, paths.people, 'k1', ann);
    const before = await people();
    expect((await send(team, paths.people, 'k1', { ...ann, name: 'Bea' })).json()).toMatchObject({
      code: 'key-reused',
    });
    expect((await send(team, codesUrl, 'k1', {})).json()).toMatchObject({ code: 'key-reused' });
    expect(await people()).toEqual(before);
  });

  test('that was refused may be sent again with the same key', async () => {
    const wrong = { role: 'school', name: 'Ann', owner: '123456' };
    expect((await send(team, paths.people, 'k1', wrong)).statusCode).toBe(400);
    expect((await send(team, paths.people, 'k1', ann)).statusCode).toBe(201);
  });

  test('without a key makes somebody each time; a key of a colleague is another key', async () => {
    const { id } = (await team.post(paths.people, { role: 'project-team', name: 'Pat' })).json<WireMember>();
    const { code } = (await team.post(paths.personCodes(id), {})).json<MadeCode>();
    await send(team, paths.people, 'k1', ann);
    expect((await send(await endpoint.signInBy(code), paths.people, 'k1', ann)).statusCode).toBe(201);
    expect((await team.post(paths.people, ann)).statusCode).toBe(201);
  });
});

describe('making a code', () => {
  test('with the same key again leaves one code, which the last answer holds', async () => {
    const first = await send(team, codesUrl, 'k1', {});
    const again = await send(team, codesUrl, 'k1', {});
    expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
    const [before, after] = [first.json<MadeCode>(), again.json<MadeCode>()];
    expect(after.about).toEqual(before.about);
    expect([await letsIn(before.code), await letsIn(after.code)]).toEqual([false, true]);
    const hers = (await people()).find(({ id }) => id === 'P-oak')?.codes.filter(({ id }) => id === after.about.id);
    expect(hers).toHaveLength(1);
  });

  test.each(['used', 'revoked'])('again when the code was %s is refused, and it stays as it is', async (how) => {
    const { code, about } = (await send(team, codesUrl, 'k1', {})).json<MadeCode>();
    if (how === 'used') await letsIn(code);
    else await team.put(paths.codeRevoked('P-oak', about.id));
    expect((await send(team, codesUrl, 'k1', {})).json()).toMatchObject({ code: 'key-reused' });
    expect(await letsIn(code)).toBe(how === 'used');
  });

  test('is written down each time that a text was given out', async () => {
    await send(team, codesUrl, 'k1', {});
    await send(team, codesUrl, 'k1', {});
    const { entries } = (await team.get(paths.audit('PROGRAMME'))).json<AuditAnswer>();
    expect(entries.filter(({ act }) => act === 'make-code')).toHaveLength(2);
  });
});

test('of a key, a request and an answer nothing is kept that could be read', async () => {
  const { code } = (await send(team, codesUrl, 'a-key-to-look-for', {})).json<MadeCode>();
  const kept = await endpoint.store.read(({ sentKeys }) =>
    sentKeys.made({ person: 'P-team', key: 'a-key-to-look-for', request: 'another' }),
  );
  expect(kept).toEqual({ id: expect.any(String), sameRequest: false });
  expect(kept?.id).not.toContain(code);
});

test('after a day a key is forgotten', async () => {
  await send(team, paths.people, 'k1', ann);
  await endpoint.store.write(({ sentKeys }) => sentKeys.clear('2009-06-02T12:00:00.001Z'));
  expect((await send(team, paths.people, 'k1', ann)).statusCode).toBe(201);
});
