import type { LightMyRequestResponse } from 'fastify';
import { paths } from '#wire/paths.ts';
import type { MadeCode, PeopleAnswer, WireMember } from '#wire/people.ts';
import type { ReturnAnswer, ReturnsAnswer } from '#wire/shapes.ts';
import { allRoutes, asDocumented } from './kit/all-routes.ts';
import { startEndpoint, type Caller, type Endpoint } from './kit/endpoint.ts';
import { pageRows } from './kit/hand-in-rights-table.ts';
import { handInForTests } from './kit/page-visitor.ts';
import {
  demoRoutes,
  firstSubmission,
  isAllowed,
  isLetIn,
  publicRoutes,
  purging,
  roles,
  rows,
  standing,
  targetsOf,
  type Ids,
  type Role,
  type Row,
  type Target,
} from './kit/rights-table.ts';
import { kites, openKites } from './kit/pupils.ts';
import { closedRound, instruments } from './kit/small-programme.ts';

/** Every route of the OpenAPI document, called by everybody about everything: the table is `kit/rights-table.ts`. */
let endpoint: Endpoint;
let team: Caller;
const callers = {} as Record<Role, Caller>;

beforeAll(async () => {
  const known = (reference: string) => (reference === openKites.instrument ? kites : instruments(reference));
  endpoint = await startEndpoint({ instruments: known });
  team = await endpoint.signIn('team');
  await team.post(paths.rounds, openKites);
  await team.post(paths.purge(closedRound), purging);
  for (const ids of standing) {
    const owner = await endpoint.signIn(ids.by);
    await owner.post(paths.revisions(ids.round, ids.owner), firstSubmission(ids));
    const question = { id: 'q1', row: 'A1', field: 'stage', revision: 1, text: 'Why?' };
    await team.post(paths.questions(ids.round, ids.owner), question);
  }
  for (const role of roles) callers[role] = await enter[role]();
});
afterAll(() => endpoint.close());

/** Somebody new, a mentor unless said otherwise, with a code of her own. */
const newcomer = async (asked: object = { role: 'mentor', name: 'New', schools: [] }) => {
  const { id } = (await team.post(paths.people, asked)).json<WireMember>();
  const { code, about } = (await team.post(paths.personCodes(id), {})).json<MadeCode>();
  return { id, code, codeId: about.id };
};

const colleague = { role: 'project-team', name: 'Colleague' };

/** How each role comes to be signed in, or not. */
const enter: Readonly<Record<Role, () => Promise<Caller> | Caller>> = {
  nobody: () => endpoint.nobody,
  school: () => endpoint.signIn('oak'),
  otherSchool: () => endpoint.signIn('far'),
  mentor: () => endpoint.signIn('mentor'),
  otherMentor: () => endpoint.signIn('otherMentor'),
  team: () => endpoint.signIn('team'),
  ended: async () => {
    const { id, code } = await newcomer(colleague);
    const caller = await endpoint.signInBy(code);
    await team.put(paths.personEnded(id));
    return caller;
  },
  revoked: async () => {
    const { id, code, codeId } = await newcomer(colleague);
    const caller = await endpoint.signInBy(code);
    await team.put(paths.codeRevoked(id, codeId));
    return caller;
  },
};

let submitted = 0;

/** Brings a return where the row wants it: submitted anew by whose it is, and accepted. Answers its latest revision. */
const makeReady = async ({ round = '', owner = '' }: Ids, ready: Row['ready']): Promise<number> => {
  const by = standing.find((ids) => ids.owner === owner)?.by ?? 'oak';
  const line = (await team.get(paths.return(round, owner))).json<ReturnAnswer>().line;
  const again = { ...firstSubmission({ round, owner }), key: `again-${(submitted += 1)}`, basedOn: line.revision };
  await (await endpoint.signIn(by)).post(paths.revisions(round, owner), again);
  const latest = line.revision + 1;
  if (ready === 'accepted') await team.put(paths.acceptance(round, owner), { revision: latest });
  return latest;
};

const call = async (caller: Caller, row: Row, target: Target): Promise<LightMyRequestResponse> => {
  const { id: person, codeId } = target.newPerson ? await newcomer() : { id: '', codeId: '' };
  const latest = row.ready && target.there ? { latest: await makeReady(target.ids, row.ready) } : {};
  const ids: Ids = { ...(target.newPerson ? { person, code: codeId } : {}), ...target.ids, ...latest };
  const [method = '', path = ''] = row.route.split(' ');
  const url =
    path.replace(/\{(\w+)\}/g, (_all, name: keyof Ids) => String(ids[name] ?? 'unknown')) + (row.query ?? '');
  if (row.csv !== undefined) return await caller.postCsv(url, row.csv);
  return await caller.call(method.toUpperCase(), url, row.body?.(ids));
};

/** A refusal as whoever is refused sees it, but for what differs between any two answers. */
const seen = ({ statusCode, headers, json }: LightMyRequestResponse) => ({
  statusCode,
  headers: { ...headers, date: '', 'content-length': '', 'x-request-id': '' },
  body: { ...json<object>(), requestId: '' },
});

const cases = rows.flatMap((row) =>
  roles.flatMap((role) =>
    targetsOf(row).map((target) => {
      const may = isAllowed(role, row.may, target.ids);
      return [role, may ? 'may' : 'may not', row.route, target.name, { role, row, target, may }] as const;
    }),
  ),
);

test.each(cases)('%s %s %s: %s', async (_role, _may, _route, _target, { role, row, target, may }) => {
  const answer = await call(callers[role], row, target);
  if (row.signsOut) callers[role] = await enter[role]();
  const expected = may && target.there ? 'done' : may ? 'not-found' : isLetIn(role) ? 'not-yours' : 'session-expired';
  const isJson = String(answer.headers['content-type']).includes('json');
  const { code } = isJson ? answer.json<{ code?: string }>() : {};
  expect([answer.statusCode < 300 ? 'done' : code, answer.body]).toEqual([expected, answer.body]);
  // Whatever it is, nobody keeps it on the way or at home, and no other site reads it.
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
});

const refused = rows.flatMap((row) =>
  roles.flatMap((role) => {
    const hidden = targetsOf(row).filter(({ ids }) => !isAllowed(role, row.may, ids));
    return hidden.length > 1 ? [[role, row.route, { role, row, hidden }] as const] : [];
  }),
);

test.each(refused)(
  '%s cannot tell by %s what is there from what is not',
  async (_role, _route, { role, row, hidden }) => {
    const answers = [];
    for (const target of hidden) answers.push(seen(await call(callers[role], row, target)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  },
);

test.each(roles.filter(isLetIn))(
  'the list of returns shows %s those that she may see one by one, and no others',
  async (role) => {
    const { returns } = (await callers[role].get(paths.returns)).json<ReturnsAnswer>();
    for (const { owner } of returns) expect([owner, isAllowed(role, 'see', { owner })]).toEqual([owner, true]);
    for (const { round, owner } of standing.filter((ids) => isAllowed(role, 'see', ids))) {
      expect(returns).toContainEqual(expect.objectContaining({ round, owner }));
    }
  },
);

test('the table has a row for every route of the OpenAPI document, and asks for a session where the document does', async () => {
  const document = (await endpoint.app.inject({ method: 'GET', url: paths.openApi })).json<{
    paths: Record<string, Record<string, { security?: unknown }>>;
  }>();
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security }]) => [`${method} ${path}`, security !== undefined] as const),
  );
  const ours = rows.map(({ route, may }) => [route, may !== 'everybody'] as const);
  expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(routes));
  expect(ours).toHaveLength(routes.length);
});

/** With everything that a server may offer; of the pages only where they stand is asked. */
const everything = {
  handIn: handInForTests(),
  pages: { folder: __dirname, manifest: '', demo: { officeJs: __dirname, codes: {} } },
};

/** Those of a server's routes about which no table says who may call them. */
const withoutRow = (routes: readonly string[]) => {
  const known = new Set([...rows, ...pageRows].map(({ route }) => asDocumented(route.replace(/^\w+/, lowerCase))));
  return routes.filter(
    (route) => !known.has(route) && ![...publicRoutes, ...demoRoutes].some((one) => one === route),
  );
};
const lowerCase = (text: string) => text.toLowerCase();

test('whatever a server answers stands in a table: of rights, of the page for handing in, or of what everybody may see', async () => {
  const routes = await allRoutes(everything);
  expect(withoutRow(routes)).toEqual([]);
  for (const route of [...publicRoutes, ...demoRoutes]) expect(routes).toContain(route);
});

test.each([
  ['outside the API', '/more', {}],
  ['hidden from the OpenAPI document', '/v1/more/:owner', { schema: { hide: true } }],
  ['on the page for handing in', '/hand-in/:round/more', {}],
])('a route %s that is in no table is found', async (_where, url, options) => {
  const routes = await allRoutes(everything, (app) => void app.post(url, options, () => 'done'));
  expect(withoutRow(routes)).toEqual([`post ${asDocumented(url)}`]);
});

test('the list of people tells no code, nor anything one could be found by', async () => {
  const { code } = await newcomer();
  const { people } = (await team.get(paths.people)).json<PeopleAnswer>();
  expect(JSON.stringify(people)).not.toContain(code);
  const told = new Set(people.flatMap(({ codes: hers }) => hers.flatMap((one) => Object.keys(one))));
  expect([...told].sort()).toEqual(['expires', 'holds', 'id', 'lastUsed', 'made', 'once', 'revoked']);
});
