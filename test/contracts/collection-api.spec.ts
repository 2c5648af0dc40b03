import { ownerId, questionId, roundId } from '#core/ids.ts';
import { httpCollectionApi } from '../../src/api/http-collection-api.ts';
import type { CollectionApi } from '../../src/api/collection-api.ts';
import { contentOf, startEndpoint, submission, type Endpoint } from '../server/kit/endpoint.ts';
import { codes, elm, far, mentorRound, oak, round } from '../server/kit/small-programme.ts';

/** What every adapter of the port must do; today there is one, over real HTTP on this machine. */
const adapters: readonly [string, (endpoint: Endpoint) => Promise<() => CollectionApi>][] = [
  [
    'over HTTP',
    async (endpoint) => {
      const base = await endpoint.app.listen({ port: 0, host: '127.0.0.1' });
      return () => httpCollectionApi({ base, fetch, now: () => endpoint.clock.now });
    },
  ],
];

describe.each(adapters)('the collection endpoint %s', (_name, connect) => {
  let endpoint: Endpoint;
  let visitor: () => CollectionApi;
  beforeEach(async () => {
    endpoint = await startEndpoint();
    visitor = await connect(endpoint);
  });
  afterEach(() => endpoint.close());

  const signedIn = async (who: keyof typeof codes): Promise<CollectionApi> => {
    const api = visitor();
    expect(await api.signIn(codes[who])).toMatchObject({ ok: true });
    return api;
  };
  const first = submission(round, oak, 'k1', 0, contentOf({ A1: { stage: '1 Begun' } }));
  const problem = (code: string) => ({ ok: false, failure: { kind: 'problem', problem: { code } } });

  test('signing in answers the person, however the code was typed', async () => {
    const api = visitor();
    expect(api.person()).toBeUndefined();
    expect(await api.signIn(' mentor code ')).toEqual({
      ok: true,
      value: {
        role: 'mentor',
        name: 'Mo Mentor',
        owner: 'M-1',
        schools: [
          { owner: elm, name: 'Elm School' },
          { owner: oak, name: 'Oak School' },
        ],
      },
    });
    expect(api.person()?.name).toBe('Mo Mentor');
  });

  test('a wrong code is code-unknown, and nobody is signed in', async () => {
    const api = visitor();
    expect(await api.signIn('NOT-A-CODE')).toMatchObject(problem('code-unknown'));
    expect(api.person()).toBeUndefined();
  });

  test('every call without signing in is session-expired', async () => {
    const api = visitor();
    expect(await api.rounds()).toMatchObject(problem('session-expired'));
    expect(await api.submit(round, oak, first)).toMatchObject(problem('session-expired'));
    expect(await api.consolidated(round)).toMatchObject(problem('session-expired'));
  });

  test('after eight hours the session has run out and the person must sign in again', async () => {
    const api = await signedIn('oak');
    endpoint.clock.now = '2009-06-01T19:59:59.999Z';
    expect(await api.rounds()).toMatchObject({ ok: true });
    endpoint.clock.now = '2009-06-01T20:00:00.000Z';
    expect(await api.rounds()).toMatchObject(problem('session-expired'));
    expect(api.person()).toBeUndefined();
  });

  test('signing out forgets the person', async () => {
    const api = await signedIn('oak');
    api.signOut();
    expect(api.person()).toBeUndefined();
    expect(await api.rounds()).toMatchObject(problem('session-expired'));
  });

  test('a school sees the rounds for schools, the latest first, and which are open', async () => {
    const rounds = await (await signedIn('oak')).rounds();
    expect(rounds).toMatchObject({
      ok: true,
      value: [
        { id: round, open: true },
        { id: 'GA-200708', open: false },
        { id: 'GA-200607', open: false, late: true },
      ],
    });
  });

  test('a school sees her own returns, a mentor her schools’ and her own, the project team all', async () => {
    const owners = async (who: keyof typeof codes) => {
      const returns = await (await signedIn(who)).returns();
      return returns.ok ? [...new Set(returns.value.map(({ owner }) => owner))].sort() : returns.failure;
    };
    expect(await owners('oak')).toEqual([oak]);
    expect(await owners('mentor')).toEqual([oak, elm, 'M-1']);
    expect(await owners('team')).toEqual([oak, elm, far, 'M-1', 'M-2']);
  });

  test('one life: submitted, questioned, answered, settled, accepted, consolidated', async () => {
    const [school, mentor, team] = [await signedIn('oak'), await signedIn('mentor'), await signedIn('team')];
    expect(await school.return(round, oak)).toMatchObject({
      ok: true,
      value: { line: { state: 'not-started', revision: 0, turn: 'school' }, questions: [] },
    });
    expect(await school.submit(round, oak, first)).toMatchObject({ ok: true, value: { revision: 1 } });

    const asked = await mentor.ask(round, oak, {
      id: 'q1',
      row: 'A1',
      field: 'stage',
      revision: 1,
      text: 'Why only begun?',
    });
    expect(asked).toMatchObject({
      ok: true,
      value: { value: '1 Begun', by: 'Mo Mentor', changedSinceSettled: false },
    });
    expect(await school.return(round, oak)).toMatchObject({
      ok: true,
      value: { line: { state: 'questioned', turn: 'school', openQuestions: 1 }, questions: [{ id: 'q1' }] },
    });

    const content = contentOf({ A1: { stage: '2 Half done' } });
    const second = submission(round, oak, 'k2', 1, content, { replies: [{ question: 'q1', text: 'It moved on.' }] });
    expect(await school.submit(round, oak, second)).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(await mentor.return(round, oak)).toMatchObject({
      ok: true,
      value: {
        line: { state: 'submitted', turn: 'mentor' },
        latest: { number: 2, content: { rows: [{ key: 'A1', values: { stage: '2 Half done' } }] } },
        questions: [{ remarks: [{ from: 'owner', text: 'It moved on.', by: 'Oak School' }] }],
      },
    });
    expect(await mentor.settle(round, oak, questionId('q1'))).toMatchObject({
      ok: true,
      value: { settledAt: endpoint.clock.now, settledBy: 'Mo Mentor', changedSinceSettled: false },
    });
    expect(await mentor.accept(round, oak, 2)).toMatchObject({
      ok: true,
      value: { state: 'accepted', accepted: 2, turn: 'nobody', openQuestions: 0 },
    });
    expect(await mentor.revision(round, oak, 1)).toMatchObject({ ok: true, value: { number: 1 } });
    expect(await team.consolidated(round)).toMatchObject({
      ok: true,
      value: {
        enlisted: 3,
        returned: 1,
        accepted: 1,
        owners: [
          { owner: elm, state: 'not-started' },
          { owner: far, state: 'not-started' },
          { owner: oak, state: 'accepted', accepted: { revision: 2, content: { rows: [{ key: 'A1' }] } } },
        ],
      },
    });
  });

  test('every call may be repeated without harm', async () => {
    const [school, mentor] = [await signedIn('oak'), await signedIn('mentor')];
    const ask = { id: 'q1', row: 'A1', field: 'stage', revision: 1, text: 'Why?' };
    const twice = async <T>(call: () => Promise<T>) => {
      const answer = await call();
      expect(await call()).toEqual(answer);
    };
    await twice(() => school.start(round, oak));
    await twice(() => school.submit(round, oak, first));
    await twice(() => mentor.ask(round, oak, ask));
    await twice(() => school.remark(round, oak, questionId('q1'), { id: 'r1', text: 'So it is.' }));
    await twice(() => school.assign(round, oak, questionId('q1'), 'Ms Patel'));
    await twice(() => mentor.settle(round, oak, questionId('q1')));
    await twice(() => mentor.accept(round, oak, 1));
    const team = await signedIn('team');
    await twice(() => team.reopen(round, oak, 'A pupil was missing.'));
    expect(await school.return(round, oak)).toMatchObject({
      ok: true,
      value: {
        line: { revision: 1, accepted: 1 },
        questions: [{ id: 'q1', assignee: 'Ms Patel', remarks: [{ id: 'r1' }] }],
      },
    });
    await twice(() => school.withdraw(round, oak, 'Sent by mistake.'));
    expect(await school.return(round, oak)).toMatchObject({
      ok: true,
      value: { line: { state: 'withdrawn' }, because: { by: 'Oak School', reason: 'Sent by mistake.' } },
    });
  });

  test('a stale submission fails with what differs', async () => {
    const school = await signedIn('oak');
    await school.submit(round, oak, first);
    const other = submission(round, oak, 'k2', 0, contentOf({ A1: { stage: 2 } }));
    expect(await school.submit(round, oak, other)).toMatchObject({
      ok: false,
      failure: {
        problem: { code: 'conflict', differing: [{ row: 'A1', field: 'stage', theirs: '1 Begun', mine: 2 }] },
      },
    });
  });

  test('rules that find errors fail with the issues', async () => {
    const school = await signedIn('oak');
    const wrong = submission(round, oak, 'k1', 0, contentOf({ A1: { stage: 'often' } }));
    expect(await school.submit(round, oak, wrong)).toMatchObject({
      ok: false,
      failure: { problem: { code: 'issues', issues: [{ rule: 'stage-known', row: 'A1' }] } },
    });
  });

  test('what is not hers is refused, whether it exists or not', async () => {
    const [school, mentor] = [await signedIn('oak'), await signedIn('mentor')];
    for (const owner of [elm, ownerId('000000')]) {
      expect(await school.return(round, owner)).toMatchObject(problem('not-yours'));
      expect(await school.submit(round, owner, first)).toMatchObject(problem('not-yours'));
    }
    expect(await mentor.return(round, far)).toMatchObject(problem('not-yours'));
    expect(await mentor.accept(round, far, 1)).toMatchObject(problem('not-yours'));
    expect(await mentor.consolidated(round)).toMatchObject(problem('not-yours'));
    expect(await mentor.return(mentorRound, ownerId('M-1'))).toMatchObject({ ok: true });
    expect(await (await signedIn('team')).return(roundId('NO'), oak)).toMatchObject(problem('not-found'));
  });
});
