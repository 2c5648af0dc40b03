import { paths } from '#wire/paths.ts';
import { contentOf, startEndpoint, submission, type Caller, type Endpoint } from './kit/endpoint.ts';
import { oak, round } from './kit/small-programme.ts';

let endpoint: Endpoint;
let school: Caller;
let mentor: Caller;
beforeEach(async () => {
  endpoint = await startEndpoint();
  school = await endpoint.signIn('oak');
  mentor = await endpoint.signIn('mentor');
});
afterEach(() => endpoint.close());

const submit = (nth: number, stage: string, over: Parameters<typeof submission>[5] = {}) =>
  school.submit(round, oak, submission(round, oak, `k${nth}`, nth - 1, contentOf({ A1: { stage } }), over));
const ask = (over: object = {}) =>
  mentor.post(paths.questions(round, oak), {
    id: 'q1',
    row: 'A1',
    field: 'stage',
    revision: 1,
    text: 'Why only begun?',
    ...over,
  });
const settle = (id = 'q1') => mentor.post(paths.settled(round, oak, id), {});
const accept = (revision: number) => mentor.put(paths.acceptance(round, oak), { revision });
const theReturn = async () =>
  (await mentor.get(paths.return(round, oak))).json<{
    line: object;
    questions: { changedSinceSettled: boolean }[];
  }>();

describe('asking', () => {
  test('keeps the value that the cell had, and turns the return to the school', async () => {
    await submit(1, '1 Begun');
    const answer = await ask();
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({
      id: 'q1',
      row: 'A1',
      field: 'stage',
      text: 'Why only begun?',
      revision: 1,
      value: '1 Begun',
      by: 'Mo Mentor',
      at: '2009-06-01T12:00:00.000Z',
      remarks: [],
      changedSinceSettled: false,
    });
    expect((await theReturn()).line).toMatchObject({ state: 'questioned', turn: 'school', openQuestions: 1 });
  });

  test('twice with one id is asking once; other words under that id are refused', async () => {
    await submit(1, '1 Begun');
    await ask();
    expect((await ask()).statusCode).toBe(200);
    expect((await ask({ text: 'Something else' })).json()).toMatchObject({ code: 'key-reused' });
    expect((await theReturn()).questions).toHaveLength(1);
  });

  test('on a blank cell is possible: its value is null', async () => {
    await submit(1, '1 Begun');
    expect((await ask({ field: 'note' })).json()).toMatchObject({ value: null });
  });

  test('of an earlier revision keeps the value of that one', async () => {
    await submit(1, '1 Begun');
    await submit(2, '2 Half done');
    expect((await ask({ revision: 1 })).json()).toMatchObject({ revision: 1, value: '1 Begun' });
  });

  test('is refused before anything was submitted', async () => {
    expect((await ask()).json()).toMatchObject({ code: 'state' });
  });

  test.each([
    ['a row that is not there', { row: 'Z9' }],
    ['a field that is not there', { field: 'level' }],
    ['a revision that is not there', { revision: 2 }],
    ['nothing', { text: '' }],
  ])('about %s is refused', async (_what, over) => {
    await submit(1, '1 Begun');
    expect((await ask(over)).json()).toMatchObject({ code: 'invalid-request' });
  });

  test('after acceptance questions the return again, while the accepted revision keeps counting', async () => {
    await submit(1, '1 Begun');
    await accept(1);
    await ask();
    expect((await theReturn()).line).toMatchObject({ state: 'questioned', accepted: 1 });
  });
});

describe('answering', () => {
  const replies = [{ question: 'q1', text: 'It was too wet.' }];

  test('travels with the next submission, and turns the return to the mentor', async () => {
    await submit(1, '1 Begun');
    await ask();
    await submit(2, '1 Begun', { replies });
    expect(await theReturn()).toMatchObject({
      line: { state: 'submitted', turn: 'mentor', openQuestions: 1 },
      questions: [
        { remarks: [{ from: 'owner', text: 'It was too wet.', by: 'Oak School', at: '2009-06-01T12:00:00.000Z' }] },
      ],
    });
  });

  test('a question that was never asked refuses the submission whole', async () => {
    await submit(1, '1 Begun');
    const answer = await submit(2, '2 Half done', { replies });
    expect(answer.json()).toMatchObject({ code: 'invalid-request', detail: '/replies/0/question' });
    expect((await theReturn()).line).toMatchObject({ revision: 1 });
  });

  test('a question that was settled meanwhile keeps the answer all the same', async () => {
    await submit(1, '1 Begun');
    await ask();
    await settle();
    expect((await submit(2, '1 Begun', { replies })).statusCode).toBe(201);
    expect(await theReturn()).toMatchObject({ questions: [{ remarks: [{ text: 'It was too wet.' }] }] });
  });
});

describe('settling', () => {
  beforeEach(async () => {
    await submit(1, '1 Begun');
    await ask();
  });

  test('the last open question turns the return to the mentor; one of several does not', async () => {
    await ask({ id: 'q2', field: 'note' });
    await settle('q1');
    expect((await theReturn()).line).toMatchObject({ state: 'questioned', openQuestions: 1 });
    await settle('q2');
    expect((await theReturn()).line).toMatchObject({ state: 'submitted', openQuestions: 0 });
  });

  test('again changes nothing', async () => {
    const first = await settle();
    endpoint.clock.now = '2009-06-01T13:00:00.000Z';
    expect((await settle()).json()).toEqual(first.json());
  });

  test('shows when the cell changes afterwards, until it is what it was or settled anew', async () => {
    const changed = async () => (await theReturn()).questions[0]?.changedSinceSettled;
    await settle();
    expect(await changed()).toBe(false);
    await submit(2, '2 Half done');
    expect(await changed()).toBe(true);
    await submit(3, '1 Begun');
    expect(await changed()).toBe(false);
    await submit(4, '2 Half done');
    endpoint.clock.now = '2009-06-01T13:00:00.000Z';
    expect((await settle()).json()).toMatchObject({
      settledAt: '2009-06-01T13:00:00.000Z',
      changedSinceSettled: false,
    });
  });

  test('a question that is not there is not found', async () => {
    expect((await settle('q9')).json()).toMatchObject({ code: 'not-found' });
  });
});

describe('accepting', () => {
  test('is refused for any but the latest revision, and before there is one', async () => {
    expect((await accept(1)).json()).toMatchObject({ code: 'state' });
    await submit(1, '1 Begun');
    await submit(2, '2 Half done');
    expect((await accept(1)).json()).toMatchObject({ code: 'state' });
    expect((await accept(3)).json()).toMatchObject({ code: 'state' });
    expect((await accept(2)).json()).toMatchObject({ state: 'accepted', accepted: 2, turn: 'nobody' });
  });

  test('is possible while questions are open', async () => {
    await submit(1, '1 Begun');
    await ask();
    expect((await accept(1)).json()).toMatchObject({ state: 'accepted', openQuestions: 1 });
  });

  test('a newer revision makes that one count; until then the former does', async () => {
    const team = await endpoint.signIn('team');
    const counting = async () =>
      (await team.get(paths.consolidated(round)))
        .json<{ owners: { owner: string; accepted?: { revision: number } }[] }>()
        .owners.find(({ owner }) => owner === oak)?.accepted?.revision;
    await submit(1, '1 Begun');
    expect(await counting()).toBeUndefined();
    await accept(1);
    await submit(2, '2 Half done');
    expect(await counting()).toBe(1);
    await accept(2);
    expect(await counting()).toBe(2);
  });
});
