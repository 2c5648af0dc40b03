import { paths } from '#wire/paths.ts';
import type { ProgressAnswer } from '#wire/progress.ts';
import { contentOf, startEndpoint, submission, type Caller, type Endpoint } from './kit/endpoint.ts';
import { comesPageByPage, nation, startNation } from './kit/nation.ts';
import type { codes } from './kit/small-programme.ts';
import { elm, far, mentorRound, oak, round } from './kit/small-programme.ts';

const begun = contentOf({ A1: { stage: '1 Begun' } });
const progress = async (by: Caller, query = '', of: string = round) =>
  (await by.get(`${paths.progress(of)}${query}`)).json<ProgressAnswer & { code?: string; detail?: string }>();

describe('the chase list', () => {
  let endpoint: Endpoint;
  /** Everybody signs in anew each day. */
  const on = async (day: number, who: keyof typeof codes, act: (caller: Caller) => Promise<unknown>) => {
    endpoint.clock.now = `2009-06-${String(day).padStart(2, '0')}T12:00:00.000Z`;
    await act(await endpoint.signIn(who));
  };
  beforeAll(async () => {
    endpoint = await startEndpoint();
    const submit = (owner: string, nth: number) => (caller: Caller) =>
      caller.submit(round, owner, submission(round, owner, `k${nth}`, nth - 1, begun));
    await on(1, 'oak', submit(oak, 1));
    await on(2, 'mentor', (mentor) => mentor.put(paths.acceptance(round, oak), { revision: 1 }));
    await on(3, 'far', (caller) => caller.put(paths.started(round, far), undefined));
    await on(4, 'elm', submit(elm, 1));
    await on(5, 'mentor', (mentor) =>
      mentor.post(paths.questions(round, elm), { id: 'q', row: 'A1', field: 'stage', revision: 1, text: 'Why?' }),
    );
    await on(6, 'oak', submit(oak, 2));
    endpoint.clock.now = '2009-06-10T11:00:00.000Z';
  });
  afterAll(() => endpoint.close());

  test('tells of every school how far it is, whose turn it is, for how many whole days, and how many questions are open', async () => {
    const { lines, counts, next } = await progress(await endpoint.signIn('team'));
    expect(lines).toEqual([
      {
        ...{ owner: elm, name: 'Elm School', state: 'questioned', turn: 'school', daysWaiting: 4 },
        ...{ movedAt: '2009-06-05T12:00:00.000Z', openQuestions: 1, revision: 1 },
      },
      {
        ...{ owner: far, name: 'Far School', state: 'in-progress', turn: 'school', daysWaiting: 6 },
        ...{ movedAt: '2009-06-03T12:00:00.000Z', openQuestions: 0, revision: 0 },
      },
      {
        ...{ owner: oak, name: 'Oak School', state: 'submitted', turn: 'mentor', daysWaiting: 3 },
        ...{ movedAt: '2009-06-06T12:00:00.000Z', openQuestions: 0, revision: 2, accepted: 1 },
      },
    ]);
    expect(counts).toEqual({
      ...{ enlisted: 3, notStarted: 0, started: 1, submitted: 1, questioned: 1, accepted: 0 },
      ...{ reopened: 0, withdrawn: 0, counting: 1 },
    });
    expect(next).toBeUndefined();
  });

  test('of a round in which nobody began waits since the round opened', async () => {
    const { lines } = await progress(await endpoint.signIn('team'), '', mentorRound);
    expect(lines.map(({ state, daysWaiting }) => [state, daysWaiting])).toEqual([
      ['not-started', 282],
      ['not-started', 282],
    ]);
  });

  test('holds a mentor’s own schools only, with counts of theirs, and is not for schools', async () => {
    const { lines, counts } = await progress(await endpoint.signIn('mentor'));
    expect(lines.map(({ owner }) => owner)).toEqual([elm, oak]);
    expect(counts.enlisted).toBe(2);
    expect(await progress(await endpoint.signIn('oak'))).toMatchObject({ code: 'not-yours' });
  });

  test('is narrowed by state and turn; the counts stay those of all', async () => {
    const team = await endpoint.signIn('team');
    const of = async (query: string) => {
      const { lines, counts } = await progress(team, query);
      expect(counts.enlisted).toBe(3);
      return lines.map(({ owner }) => owner);
    };
    expect(await of('?turn=school')).toEqual([elm, far]);
    expect(await of('?state=questioned')).toEqual([elm]);
    expect(await of('?state=questioned&turn=mentor')).toEqual([]);
  });

  test('tells of one owner alone, of nobody where she is not in it', async () => {
    const team = await endpoint.signIn('team');
    const all = await progress(team);
    const ofOak = await progress(team, `?owner=${oak}`);
    expect(ofOak.lines).toEqual(all.lines.filter(({ owner }) => owner === oak));
    expect([ofOak.counts, ofOak.next]).toEqual([all.counts, undefined]);
    expect((await progress(team, '?owner=999999')).lines).toEqual([]);
    expect((await progress(await endpoint.signIn('mentor'), `?owner=${far}`)).lines).toEqual([]);
  });

  test.each(['?state=lost', '?turn=nobodys', '?limit=0', '?limit=many', '?as-at=2009-06-31', '?page=2'])(
    '%s is refused',
    async (query) => {
      expect(await progress(await endpoint.signIn('team'), query)).toMatchObject({ code: 'invalid-request' });
    },
  );

  describe('as at a day', () => {
    const at = async (day: string) => {
      const team = await endpoint.signIn('team');
      const list = await progress(team, `?as-at=${day}`);
      const master = (await team.get(`${paths.consolidated(round)}?as-at=${day}`)).json<{
        at: string;
        returned: number;
        owners: { owner: string; accepted?: { revision: number } }[];
      }>();
      const tally = (await team.get(`${paths.tally(round)}?as-at=${day}`)).json<{
        at: string;
        tally: { returns: number };
      }>();
      expect([master.at, tally.at]).toEqual([list.at, list.at]);
      return {
        at: list.at,
        states: list.lines.map(({ state }) => state),
        waiting: list.lines.map(({ daysWaiting }) => daysWaiting),
        open: list.lines.map(({ openQuestions }) => openQuestions),
        counting: master.owners.map(({ accepted }) => accepted?.revision),
        returned: master.returned,
        tallied: tally.tally.returns,
      };
    };

    test('list, master and tally tell of the end of that day in London, and agree', async () => {
      const none = [undefined, undefined, undefined];
      expect(await at('2009-05-31')).toMatchObject({
        ...{ at: '2009-05-31T23:00:00.000Z', states: ['not-started', 'not-started', 'not-started'] },
        ...{ counting: none, returned: 0, tallied: 0 },
      });
      expect(await at('2009-06-01')).toMatchObject({
        states: ['not-started', 'not-started', 'submitted'],
        returned: 1,
      });
      expect(await at('2009-06-02')).toMatchObject({
        ...{ states: ['not-started', 'not-started', 'accepted'], counting: [undefined, undefined, 1], tallied: 1 },
        waiting: [274, 274, undefined],
      });
      expect(await at('2009-06-04')).toMatchObject({
        states: ['submitted', 'in-progress', 'accepted'],
        open: [0, 0, 0],
      });
      expect(await at('2009-06-05')).toMatchObject({ open: [1, 0, 0], counting: [undefined, undefined, 1] });
    });

    test('that is not over yet, or not come, is as it is now', async () => {
      const now = await at('2009-06-10');
      expect(now.at).toBe('2009-06-10T11:00:00.000Z');
      expect(await at('2011-01-01')).toEqual(now);
    });
  });
});

test('3,500 schools come page by page, each once, in one order, whatever the size of the pages', async () => {
  const { team, close } = await startNation();
  const all = await comesPageByPage({ min: 200, max: 4000 }, 5, async (limit, after) => {
    const { lines, next } = await progress(team, `?limit=${limit}${after}`);
    return { items: lines.map(({ owner }) => owner), next };
  });
  expect(all).toHaveLength(nation);
  await close();
}, 120_000);
