import { paths } from '#wire/paths.ts';
import type { AcceptancesAnswer, MovesAnswer } from '#wire/moves.ts';
import { contentOf, startEndpoint, submission, type Caller, type Endpoint } from './kit/endpoint.ts';
import { closedRound, elm, far, lateRound, mentorRound, oak, round } from './kit/small-programme.ts';

let endpoint: Endpoint;
let school: Caller;
let mentor: Caller;
let team: Caller;
beforeEach(async () => {
  endpoint = await startEndpoint();
  school = await endpoint.signIn('oak');
  mentor = await endpoint.signIn('mentor');
  team = await endpoint.signIn('team');
});
afterEach(() => endpoint.close());

const begun = contentOf({ A1: { stage: '1 Begun' } });
const submit = (nth: number, over: Parameters<typeof submission>[5] = {}, of: string = round) =>
  school.submit(of, oak, submission(of, oak, `k${nth}`, nth - 1, begun, over));
const start = () => school.put(paths.started(round, oak), undefined);
const accept = (revision: number, by = mentor) => by.put(paths.acceptance(round, oak), { revision });
const reopen = (reason = 'A pupil was missing.') => team.post(paths.reopening(round, oak), { reason });
const withdraw = (by = school, reason = 'Sent by mistake.') => by.post(paths.withdrawal(round, oak), { reason });
const ask = (id = 'q1') =>
  mentor.post(paths.questions(round, oak), { id, row: 'A1', field: 'stage', revision: 1, text: 'Why?' });
const theReturn = async (of: string = round) =>
  (await school.get(paths.return(of, oak))).json<{ line: object; because?: object; latest?: object }>();
const moves = async () => (await school.get(paths.moves(round, oak))).json<MovesAnswer>().moves;
const counting = async () =>
  (await team.get(paths.consolidated(round)))
    .json<{ owners: { owner: string; accepted?: { revision: number } }[] }>()
    .owners.find(({ owner }) => owner === oak)?.accepted?.revision;

describe('beginning', () => {
  test('is told once: the return is in progress, with nothing submitted, and the school’s turn', async () => {
    expect((await start()).json()).toMatchObject({ state: 'in-progress', revision: 0, turn: 'school' });
    expect((await start()).json()).toMatchObject({ state: 'in-progress' });
    expect((await moves()).map(({ move }) => move)).toEqual(['start']);
    expect((await theReturn()).line).not.toHaveProperty('submittedAt');
  });

  test('changes nothing of a return that was submitted', async () => {
    await submit(1);
    expect((await start()).json()).toMatchObject({ state: 'submitted', revision: 1 });
  });

  test('makes nothing to ask about or to accept', async () => {
    await start();
    expect((await ask()).json()).toMatchObject({ code: 'state' });
    expect((await accept(1)).json()).toMatchObject({ code: 'state' });
  });
});

describe('reopening', () => {
  test('gives an accepted return back with a reason, while what was accepted counts until another is', async () => {
    await submit(1);
    expect((await reopen()).json()).toMatchObject({ code: 'state' });
    await accept(1);
    expect((await reopen()).json()).toMatchObject({ state: 'reopened', accepted: 1, turn: 'school', reopened: true });
    expect((await theReturn()).because).toEqual({
      by: 'Project team',
      at: '2009-06-01T12:00:00.000Z',
      reason: 'A pupil was missing.',
    });
    expect(await counting()).toBe(1);
    await submit(2);
    expect(await counting()).toBe(1);
    await accept(2);
    expect(await counting()).toBe(2);
    expect(await theReturn()).toMatchObject({ line: { reopened: false } });
    expect(await theReturn()).not.toHaveProperty('because');
  });

  test.each([[''], ['   '], [undefined]])('without a reason (%p) is refused', async (reason) => {
    await submit(1);
    await accept(1);
    expect((await team.post(paths.reopening(round, oak), { reason })).json()).toMatchObject({
      code: 'invalid-request',
    });
  });

  test('lets the return in although the round has closed, until it is accepted again', async () => {
    await submit(1);
    await accept(1);
    await reopen();
    endpoint.clock.now = '2009-09-01T12:00:00.000Z';
    [school, mentor] = [await endpoint.signIn('oak'), await endpoint.signIn('mentor')];
    expect((await submit(2)).statusCode).toBe(201);
    await ask();
    expect((await submit(3)).statusCode).toBe(201);
    await accept(3);
    expect((await submit(4)).json()).toMatchObject({ code: 'round-closed' });
  });

  test('is undone by the project team’s own acceptance, not by a mentor’s', async () => {
    await submit(1);
    await accept(1);
    await reopen();
    expect((await accept(1)).json()).toMatchObject({ code: 'state' });
    expect((await accept(1, team)).json()).toMatchObject({ state: 'accepted', accepted: 1 });
  });
});

describe('withdrawing', () => {
  test('takes a return back: nothing of it counts until it is submitted and accepted again', async () => {
    await submit(1);
    expect((await withdraw()).json()).toMatchObject({ state: 'withdrawn', turn: 'school' });
    expect((await theReturn()).because).toMatchObject({ by: 'Oak School', reason: 'Sent by mistake.' });
    expect((await accept(1)).json()).toMatchObject({ code: 'state' });
    await submit(2);
    expect(await counting()).toBeUndefined();
    await accept(2);
    expect(await counting()).toBe(2);
  });

  test('of what is accepted is the project team’s business', async () => {
    await submit(1);
    await accept(1);
    expect((await withdraw()).json()).toMatchObject({ code: 'state' });
    expect(await counting()).toBe(1);
    expect((await withdraw(team)).json()).toMatchObject({ state: 'withdrawn' });
    expect(await counting()).toBeUndefined();
    const { returned, accepted } = (await team.get(paths.consolidated(round))).json<Record<string, number>>();
    expect([returned, accepted]).toEqual([0, 0]);
  });
});

describe('a late return', () => {
  const late = { late: 'The hall was flooded.' };

  test('is taken with a reason where the round takes late returns, and the reason stays with the revision', async () => {
    expect((await submit(1, {}, lateRound)).json()).toMatchObject({ code: 'late-reason' });
    expect((await submit(1, { late: '  ' }, lateRound)).json()).toMatchObject({ code: 'invalid-request' });
    expect((await submit(1, late, lateRound)).statusCode).toBe(201);
    expect((await theReturn(lateRound)).latest).toMatchObject({ lateReason: 'The hall was flooded.' });
  });

  test('is not taken where the round does not, whatever the reason', async () => {
    expect((await submit(1, late, closedRound)).json()).toMatchObject({ code: 'round-closed' });
  });

  test('that comes in time after all is not called late', async () => {
    expect((await submit(1, late)).statusCode).toBe(201);
    expect((await theReturn()).latest).not.toHaveProperty('lateReason');
  });
});

describe('the history', () => {
  test('names every move, who made it, when and why, and how the return stood then', async () => {
    await start();
    endpoint.clock.now = '2009-06-02T12:00:00.000Z';
    await submit(1).then(({ json }) => expect(json()).toMatchObject({ code: 'session-expired' }));
    [school, mentor, team] = [
      await endpoint.signIn('oak'),
      await endpoint.signIn('mentor'),
      await endpoint.signIn('team'),
    ];
    await submit(1);
    await ask();
    await mentor.post(paths.settled(round, oak, 'q1'), {});
    await accept(1);
    await reopen();
    const at = '2009-06-02T12:00:00.000Z';
    expect(await moves()).toEqual([
      {
        ...{ number: 1, at: '2009-06-01T12:00:00.000Z', by: 'Oak School' },
        ...{ move: 'start', state: 'in-progress', revision: 0 },
      },
      { number: 2, at, by: 'Oak School', move: 'submit', state: 'submitted', revision: 1 },
      { number: 3, at, by: 'Mo Mentor', move: 'ask', state: 'questioned', revision: 1 },
      { number: 4, at, by: 'Mo Mentor', move: 'settle-last', state: 'submitted', revision: 1 },
      { number: 5, at, by: 'Mo Mentor', move: 'accept', state: 'accepted', revision: 1, accepted: 1 },
      {
        ...{ number: 6, at, by: 'Project team', move: 'reopen', state: 'reopened', revision: 1, accepted: 1 },
        reason: 'A pupil was missing.',
      },
    ]);
  });

  test('does not grow by what is refused or repeated', async () => {
    await submit(1);
    await submit(1);
    await accept(2);
    await accept(1);
    await accept(1);
    expect((await moves()).map(({ move }) => move)).toEqual(['submit', 'accept']);
  });
});

describe('revisions', () => {
  test('are listed without what they hold, and any two are compared cell by cell', async () => {
    const stages = ['1 Begun', '2 Half done', '2 Half done'];
    for (const [at, stage] of stages.entries()) {
      const content = contentOf({ A1: { stage }, ...(at === 2 ? { A2: { note: 'in a row' } } : {}) });
      await school.submit(round, oak, submission(round, oak, `k${at}`, at, content));
    }
    const { revisions } = (await mentor.get(paths.revisions(round, oak))).json<{ revisions: object[] }>();
    expect(revisions).toMatchObject([1, 2, 3].map((number) => ({ number, basedOn: number - 1, addIn: 'test' })));
    expect(JSON.stringify(revisions)).not.toContain('Begun');
    const differing = async (from: number, to: number) =>
      (await mentor.get(`${paths.differences(round, oak)}?from=${from}&to=${to}`)).json<{ differing?: object[] }>()
        .differing;
    const stage = { row: 'A1', field: 'stage', from: '1 Begun', to: '2 Half done' };
    const note = { row: 'A2', field: 'note', from: null, to: 'in a row' };
    expect(await differing(1, 3)).toEqual([stage, note]);
    expect(await differing(2, 3)).toEqual([note]);
    expect(await differing(3, 2)).toEqual([{ ...note, from: 'in a row', to: null }]);
    expect(await differing(2, 2)).toEqual([]);
    expect(await differing(1, 4)).toBeUndefined();
  });
});

describe('accepting many at once', () => {
  const many = async (by: Caller, returns: object[], of: string = round) =>
    (await by.post(paths.acceptances(of), { returns })).json<AcceptancesAnswer & { code?: string }>();

  test('accepts each that may be, and tells of the others why not', async () => {
    for (const [who, owner] of [
      ['oak', oak],
      ['elm', elm],
      ['far', far],
    ] as const)
      await (await endpoint.signIn(who)).submit(round, owner, submission(round, owner, 'k1', 0, begun));
    const wanted = [
      { owner: oak, revision: 1 },
      { owner: elm, revision: 2 },
      { owner: far, revision: 1 },
      { owner: '000000', revision: 1 },
    ];
    expect((await many(mentor, wanted)).outcomes).toEqual([
      { owner: oak, revision: 1, accepted: true },
      { owner: elm, revision: 2, accepted: false, code: 'state' },
      { owner: far, revision: 1, accepted: false, code: 'not-yours' },
      { owner: '000000', revision: 1, accepted: false, code: 'not-yours' },
    ]);
    expect((await many(team, wanted)).outcomes.map(({ accepted, code }) => code ?? accepted)).toEqual([
      true,
      'state',
      true,
      'not-found',
    ]);
    expect((await moves()).map(({ move }) => move)).toEqual(['submit', 'accept']);
  });

  test('is nobody’s business who reads no returns, and a mentor cannot accept herself', async () => {
    expect(await many(school, [{ owner: oak, revision: 1 }])).toMatchObject({ code: 'not-yours' });
    const own = await many(mentor, [{ owner: 'M-1', revision: 1 }], mentorRound);
    expect(own.outcomes).toEqual([{ owner: 'M-1', revision: 1, accepted: false, code: 'not-yours' }]);
  });
});

describe('a thread', () => {
  const say = (by: Caller, id: string, text: string) => by.post(paths.remarks(round, oak, 'q1'), { id, text });
  const thread = async () =>
    (await school.get(paths.return(round, oak)))
      .json<{ questions: { remarks: { from: string; text: string }[] }[] }>()
      .questions[0]?.remarks.map(({ from, text }) => [from, text]);
  beforeEach(async () => {
    await submit(1);
    await ask();
  });

  test('keeps what both sides say; the same remark sent again stands once', async () => {
    await say(school, 'r1', 'It was wet.');
    endpoint.clock.now = '2009-06-01T13:00:00.000Z';
    await say(mentor, 'r2', 'All year?');
    expect((await say(school, 'r1', 'It was wet.')).statusCode).toBe(200);
    expect((await say(school, 'r1', 'Something else')).json()).toMatchObject({ code: 'key-reused' });
    expect(await thread()).toEqual([
      ['owner', 'It was wet.'],
      ['reviewer', 'All year?'],
    ]);
  });

  test('takes the answer that comes with a submission, once: nothing that was said is overwritten', async () => {
    const replies = (text: string) => ({ replies: [{ question: 'q1', text }] });
    await submit(2, replies('It was wet.'));
    await submit(3, replies('It was wet.'));
    endpoint.clock.now = '2009-06-01T13:00:00.000Z';
    await submit(4, replies('It was dug in May.'));
    expect(await thread()).toEqual([
      ['owner', 'It was wet.'],
      ['owner', 'It was dug in May.'],
    ]);
  });

  test('in which the reader asks on after an answer makes it the school’s turn again; the school’s own word does not', async () => {
    await submit(2);
    await say(school, 'r1', 'By the way.');
    expect((await theReturn()).line).toMatchObject({ state: 'submitted' });
    await say(mentor, 'r2', 'All year?');
    expect((await theReturn()).line).toMatchObject({ state: 'questioned', turn: 'school' });
  });

  test('says who is to answer, until nobody in particular is', async () => {
    const assign = async (name: string | null) =>
      (await school.put(paths.assignee(round, oak, 'q1'), { name })).json<object>();
    expect(await assign('Ms Patel')).toMatchObject({ assignee: 'Ms Patel' });
    expect(await assign(null)).not.toHaveProperty('assignee');
    expect(await assign('x'.repeat(101))).toMatchObject({ code: 'invalid-request' });
  });

  test('says who settled it', async () => {
    expect((await mentor.post(paths.settled(round, oak, 'q1'), {})).json()).toMatchObject({ settledBy: 'Mo Mentor' });
  });

  test('there is none of a question that was not asked', async () => {
    expect((await school.post(paths.remarks(round, oak, 'q9'), { id: 'r1', text: 'x' })).json()).toMatchObject({
      code: 'not-found',
    });
  });
});
