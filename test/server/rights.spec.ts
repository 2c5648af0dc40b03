import { paths } from '#wire/paths.ts';
import { contentOf, startEndpoint, submission, type Caller, type Endpoint } from './kit/endpoint.ts';
import { codes, elm, far, mentorRound, oak, round } from './kit/small-programme.ts';

/** Oak and Elm belong to the mentor, Far to the other one. Each school has one revision with one question. */
let endpoint: Endpoint;
const callers = {} as Record<keyof typeof codes, Caller>;
const content = contentOf({ A1: { stage: '1 Begun' } });

beforeAll(async () => {
  endpoint = await startEndpoint();
  for (const who of Object.keys(codes) as (keyof typeof codes)[]) callers[who] = await endpoint.signIn(who);
  for (const [who, owner] of [
    ['oak', oak],
    ['elm', elm],
    ['far', far],
  ] as const) {
    await callers[who].submit(round, owner, submission(round, owner, 'k1', 0, content));
    await callers.team.post(paths.questions(round, owner), ask('q1'));
  }
});
afterAll(() => endpoint.close());

const ask = (id: string) => ({ id, row: 'A1', field: 'stage', revision: 1, text: 'Why?' });
let fresh = 0;

/** Every route that belongs to one owner, as somebody would call it without ill will. */
const routes: Readonly<Record<string, (caller: Caller, owner: string) => ReturnType<Caller['get']>>> = {
  'GET return': (caller, owner) => caller.get(paths.return(round, owner)),
  'GET circumstances': (caller, owner) => caller.get(paths.circumstances(round, owner)),
  'GET revision': (caller, owner) => caller.get(paths.revision(round, owner, 1)),
  'POST revision': (caller, owner) => caller.submit(round, owner, submission(round, owner, 'k1', 0, content)),
  'POST question': (caller, owner) => caller.post(paths.questions(round, owner), ask(`q-${(fresh += 1)}`)),
  'POST settled': (caller, owner) => caller.post(paths.settled(round, owner, 'q1'), {}),
  'PUT acceptance': (caller, owner) => caller.put(paths.acceptance(round, owner), { revision: 1 }),
};

const see = ['GET return', 'GET circumstances', 'GET revision'];
const submit = 'POST revision';
const review = ['POST question', 'POST settled', 'PUT acceptance'];

/** Who may call which of them, by owner; every other combination is refused. */
const allowed: readonly (readonly [keyof typeof codes, string, readonly string[]])[] = [
  ['oak', oak, [...see, submit]],
  ['elm', elm, [...see, submit]],
  ['far', far, [...see, submit]],
  ['mentor', oak, [...see, ...review]],
  ['mentor', elm, [...see, ...review]],
  ['otherMentor', far, [...see, ...review]],
  ['team', oak, [...see, ...review]],
  ['team', elm, [...see, ...review]],
  ['team', far, [...see, ...review]],
];

const cases = (Object.keys(codes) as (keyof typeof codes)[]).flatMap((who) =>
  [oak, elm, far].flatMap((owner) =>
    Object.keys(routes).map((route) => {
      const may = allowed.some(([person, of, which]) => person === who && of === owner && which.includes(route));
      return [who, may ? 'may' : 'may not', route, owner] as const;
    }),
  ),
);

test.each(cases)('%s %s %s of %s', async (who, may, route, owner) => {
  const answer = await routes[route]!(callers[who], owner);
  if (may === 'may') expect(answer.statusCode).toBeLessThan(300);
  else expect(answer.json()).toMatchObject({ code: 'not-yours', status: 403 });
});

test.each(Object.keys(codes) as (keyof typeof codes)[])('only the project team consolidates: %s', async (who) => {
  const answer = await callers[who].get(paths.consolidated(round));
  expect(answer.statusCode).toBe(who === 'team' ? 200 : 403);
});

test.each(['oak', 'mentor', 'otherMentor'] as const)(
  '%s cannot tell an owner that exists from one that does not',
  async (who) => {
    const there = await callers[who].get(paths.return(round, who === 'otherMentor' ? oak : far));
    const not = await callers[who].get(paths.return(round, '123456'));
    const plain = ({ json }: Awaited<ReturnType<Caller['get']>>) => ({ ...json<object>(), requestId: '' });
    expect(plain(there)).toEqual(plain(not));
  },
);

test('a mentor submits her own return, which her schools and other mentors do not see, and does not review herself', async () => {
  const { mentor, otherMentor, oak: school, team } = callers;
  expect((await mentor.get(paths.return(mentorRound, 'M-1'))).statusCode).toBe(200);
  expect((await otherMentor.get(paths.return(mentorRound, 'M-1'))).statusCode).toBe(403);
  expect((await school.get(paths.return(mentorRound, 'M-1'))).statusCode).toBe(403);
  expect((await mentor.put(paths.acceptance(mentorRound, 'M-1'), { revision: 1 })).statusCode).toBe(403);
  expect((await team.get(paths.return(mentorRound, 'M-1'))).statusCode).toBe(200);
});

test('every route of the API but sign-in and health asks for a session', async () => {
  const document = (await endpoint.app.inject({ method: 'GET', url: paths.openApi })).json<{
    paths: Record<string, Record<string, { security?: unknown }>>;
  }>();
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security }]) => ({ method, path, security })),
  );
  const guarded = operations.filter(({ security }) => security !== undefined);
  // All routes behind sign-in: one more in the server without a row above must be thought about here.
  expect(guarded.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '*')}`).sort()).toEqual([
    'delete /v1/session',
    'get /v1/instruments/*',
    'get /v1/returns',
    'get /v1/rounds',
    'get /v1/rounds/*/consolidated',
    'get /v1/rounds/*/returns/*',
    'get /v1/rounds/*/returns/*/circumstances',
    'get /v1/rounds/*/returns/*/revisions/*',
    'get /v1/rounds/*/tally',
    'post /v1/rounds/*/returns/*/questions',
    'post /v1/rounds/*/returns/*/questions/*/settled',
    'post /v1/rounds/*/returns/*/revisions',
    'put /v1/rounds/*/returns/*/acceptance',
  ]);
  for (const { method, path } of guarded) {
    const url = path.replace(/\{\w+\}/g, '1');
    const answer = await endpoint.app.inject({ method: method.toUpperCase() as 'GET', url, payload: {} });
    expect(answer.json()).toMatchObject({ code: 'session-expired' });
  }
});
