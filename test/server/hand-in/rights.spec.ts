import fastify from 'fastify';
import { paths } from '#wire/paths.ts';
import type { MadeCode, WireMember } from '#wire/people.ts';
import type { App } from '../../../src/server/http/app.ts';
import { handInRoutes } from '../../../src/server/http/hand-in/hand-in-routes.ts';
import { startEndpoint, type Endpoint } from '../kit/endpoint.ts';
import { handsIn, pageRows, type PageRow } from '../kit/hand-in-rights-table.ts';
import { handInForTests, listen, pageVisitor, textOf, type Got, type PageVisitor } from '../kit/page-visitor.ts';
import { firstSubmission, isLetIn, roles, type Role } from '../kit/rights-table.ts';
import { codes, far, instruments, oak, round } from '../kit/small-programme.ts';

/** Every route of the page, called by everybody about her own return and about guessed rounds: `kit/hand-in-rights-table.ts`. */
let endpoint: Endpoint;
let url: string;
const visitors = {} as Record<Role, PageVisitor>;

beforeAll(async () => {
  endpoint = await startEndpoint({ handIn: handInForTests() });
  url = await listen(endpoint);
  for (const [by, owner] of [
    ['oak', oak],
    ['far', far],
  ] as const) {
    await (await endpoint.signIn(by)).post(paths.revisions(round, owner), firstSubmission({ round, owner }));
  }
  const team = await endpoint.signIn('team');
  const newcomer = async () => {
    const { id } = (await team.post(paths.people, { role: 'school', name: 'New', owner: oak })).json<WireMember>();
    const { code, about } = (await team.post(paths.personCodes(id), {})).json<MadeCode>();
    return { id, code, codeId: about.id };
  };
  const known: Partial<Record<Role, string>> = {
    school: codes.oak,
    otherSchool: codes.far,
    mentor: codes.mentor,
    otherMentor: codes.otherMentor,
    team: codes.team,
  };
  for (const role of roles) {
    const visitor = (visitors[role] = pageVisitor(url));
    const code = known[role];
    if (code !== undefined) await visitor.signIn(code);
    if (role === 'nobody' || code !== undefined) continue;
    const { id, code: given, codeId } = await newcomer();
    await visitor.signIn(given);
    await team.put(role === 'ended' ? paths.personEnded(id) : paths.codeRevoked(id, codeId));
  }
});
afterAll(() => endpoint.close());

const call = (visitor: PageVisitor, { route, form = {} }: PageRow, of: string): Promise<Got> => {
  const [method, path = ''] = route.split(' ');
  const at = path.replace(':round', of).replace(':number', '1').replace('*', 'no/such/page');
  if (method === 'GET') return visitor.get(at);
  return route.endsWith('/check') ? visitor.handIn(of, {}) : visitor.post(at, form);
};

const cases = pageRows.flatMap((row) =>
  roles.flatMap((role) => [
    [role, row.route, 'the round', { role, row, of: round }] as const,
    [role, row.route, 'a guessed round', { role, row, of: 'ZZ-999999' }] as const,
  ]),
);

test.each(cases)('%s, %s, %s', async (_role, _route, _of, { role, row, of }) => {
  const visitor = row.route === 'POST /hand-in/sign-in' ? pageVisitor(url) : visitors[role];
  const answer = await call(visitor, row, of);
  const isOwn = handsIn(role) && of === round;
  const expected = row.may === 'everybody' || isOwn ? row.done : isLetIn(role) ? 404 : 401;
  expect([answer.status, textOf(answer)]).toEqual([expected, textOf(answer)]);
  if (role !== 'school' && row.route !== 'POST /hand-in/sign-in') expect(answer.body).not.toContain('Oak School');
  if (role !== 'otherSchool') expect(answer.body).not.toContain('Far School');
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('the table has a row for every route of the page', async () => {
  const app = fastify() as unknown as App;
  const there: string[] = [];
  app.addHook('onRoute', ({ method, url }) => void there.push(...[method].flat().map((one) => `${one} ${url}`)));
  const { store } = endpoint;
  const world = { now: () => endpoint.clock.now, random: (bytes: number) => new Uint8Array(bytes) };
  handInRoutes(app, { store, world, instruments, handIn: handInForTests(), isHttps: false });
  await app.ready();
  const routes = there.filter((route) => !/^(HEAD|OPTIONS) /.test(route));
  expect(routes.sort()).toEqual(pageRows.map(({ route }) => route).sort());
  await app.close();
});
