import { instrumentRef, type Instrument } from '#core/instrument/instrument.ts';
import type { FigureAnswer, FiguresAnswer } from '#wire/figures.ts';
import { paths } from '#wire/paths.ts';
import { contentOf, startEndpoint, submission, type Caller, type Endpoint } from './kit/endpoint.ts';
import { elm, far, instruments, oak, round, small } from './kit/small-programme.ts';

const withShare: Instrument = {
  ...small,
  measures: [
    { kind: 'count', id: 'steps', title: 'Steps' },
    { kind: 'share', id: 'done', title: 'Done', field: 'stage', codes: ['3'] },
  ],
};

let endpoint: Endpoint;
let team: Caller;
beforeEach(async () => {
  endpoint = await startEndpoint({
    instruments: (reference) => (reference === instrumentRef(small) ? withShare : instruments(reference)),
  });
  team = await endpoint.signIn('team');
  const done = { stage: '3 Done', note: 'The beds are full.' };
  const all = [
    ['oak', oak, contentOf({ A1: { stage: 1 }, A2: done })],
    ['elm', elm, contentOf({ A1: { stage: 2 } })],
    ['far', far, contentOf({ A1: { note: 'Nothing to say.' } })],
  ] as const;
  for (const [who, owner, content] of all) {
    await (await endpoint.signIn(who)).submit(round, owner, submission(round, owner, 'k1', 0, content));
    await team.put(paths.acceptance(round, owner), { revision: 1 });
  }
});
afterEach(() => endpoint.close());

const ask = async (measure: string, query: string, caller = team) =>
  await caller.get(`${paths.figure(round, measure)}?${query}`);
const share = 'line=1&column=1';

test('a share names how many of how many, of all returns and of each behind it', async () => {
  expect((await ask('done', share)).json<FigureAnswer>()).toMatchObject({
    ...{ measure: 'done', title: 'Done', unit: 'share', value: 1 / 3, terms: [1, 3], behind: 2 },
    returns: [
      { owner: oak, name: 'Oak School', revision: 1, value: 1 / 2, terms: [1, 2] },
      { owner: elm, name: 'Elm School', revision: 1, value: 0, terms: [0, 1] },
    ],
  });
});

test('a return that gives nothing to a figure is not behind it, nor is one that is withdrawn', async () => {
  const behind = async (measure: string) =>
    (await ask(measure, share)).json<FigureAnswer>().returns.map(({ owner }) => owner);
  expect(await behind('done')).toEqual([oak, elm]);
  expect(await behind('steps')).toEqual([oak, elm, far]);
  await team.post(paths.withdrawal(round, oak), { reason: 'Sent by mistake.' });
  expect(await behind('done')).toEqual([elm]);
});

test('page by page it names each return once', async () => {
  const first = (await ask('steps', `${share}&limit=2`)).json<FigureAnswer>();
  expect(first).toMatchObject({ behind: 3, next: elm });
  const second = (await ask('steps', `${share}&limit=2&after=${first.next}`)).json<FigureAnswer>();
  expect([...first.returns, ...second.returns].map(({ owner }) => owner)).toEqual([oak, elm, far]);
  expect(second.next).toBeUndefined();
});

test('as at a date it names those that counted then', async () => {
  const then = (await ask('steps', `${share}&as-at=2009-05-01`)).json<FigureAnswer>();
  expect(then).toMatchObject({ value: 0, behind: 0, returns: [] });
});

test('as at a day it names schools as they were called then', async () => {
  const today = endpoint.clock.now.slice(0, 10);
  endpoint.clock.now = '2009-06-20T12:00:00.000Z';
  team = await endpoint.signIn('team');
  const csv = `URN,Name,Enlisted\n${oak},Quercus School,yes\n`;
  expect((await team.postCsv(paths.registerImport, csv)).statusCode).toBe(200);
  const names = async (query: string) =>
    (await ask('steps', `${share}${query}`)).json<FigureAnswer>().returns.map(({ name }) => name)[0];
  expect(await names('')).toBe('Quercus School');
  expect(await names(`&as-at=${today}`)).toBe('Oak School');
});

test.each(['line=2&column=9', 'line=999&column=1'])('there is no figure at %s', async (query) => {
  expect((await ask('done', query)).statusCode).toBe(404);
});

test.each(['', 'line=0&column=1', 'line=1', 'line=one&column=1'])('"%s" names no place', async (query) => {
  expect((await ask('done', query)).statusCode).toBe(400);
});

test.each(['oak', 'mentor'] as const)('%s is told nothing of other schools by it', async (who) => {
  expect((await ask('done', share, await endpoint.signIn(who))).statusCode).toBe(403);
});

describe('the tables of a round', () => {
  const tables = async (query = '', caller = team) => await caller.get(`${paths.figures(round)}${query}`);

  test('are those of its measures in their order, each figure with the numbers by which it is asked for', async () => {
    const answer = (await tables()).json<FiguresAnswer>();
    expect(answer).toMatchObject({ returns: 3, leftOut: 0 });
    expect(answer.tables.map(({ measure, title }) => [measure, title])).toEqual([
      ['steps', 'Steps'],
      ['done', 'Done'],
    ]);
    for (const { measure, columns, lines } of answer.tables) {
      for (const { line, values } of lines) {
        expect(values).toHaveLength(columns.length);
        for (const [at, { column, unit, label }] of columns.entries()) {
          const asked = (await ask(measure, `line=${line}&column=${column}`)).json<FigureAnswer>();
          expect([asked.value ?? null, asked.unit, asked.column]).toEqual([values[at], unit, label]);
        }
      }
    }
  });

  test('as at a date are what they were then; a share of nothing is no number', async () => {
    const answer = (await tables('?as-at=2009-05-01')).json<FiguresAnswer>();
    expect(answer.returns).toBe(0);
    expect(answer.tables.map(({ lines }) => lines.map(({ values }) => values[0]))).toEqual([[0], [null]]);
  });

  test('of no round there are none', async () => {
    expect((await team.get(paths.figures('NONE'))).statusCode).toBe(404);
  });

  test.each(['oak', 'mentor'] as const)('%s is told nothing of other schools by them', async (who) => {
    expect((await tables('', await endpoint.signIn(who))).statusCode).toBe(403);
  });
});
