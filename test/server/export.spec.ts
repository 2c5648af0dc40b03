import { once } from 'node:events';
import type { Cell } from '#core/cell.ts';
import { readCsv } from '#documents/read-csv.ts';
import type { AuditAnswer } from '#wire/audit.ts';
import type { FigureAnswer } from '#wire/figures.ts';
import { paths } from '#wire/paths.ts';
import type { ConsolidatedAnswer, TallyAnswer } from '#wire/shapes.ts';
import { contentOf, startEndpoint, submission, type Caller, type Endpoint } from './kit/endpoint.ts';
import { goesAsFastAsItIsRead, manyAccepted } from './kit/many-accepted.ts';
import { elm, far, oak, round } from './kit/small-programme.ts';

let endpoint: Endpoint;
let team: Caller;
beforeEach(async () => {
  endpoint = await startEndpoint();
  team = await endpoint.signIn('team');
});
afterEach(() => endpoint.close());

const evil = '=HYPERLINK("http://x"),"a" \n-1';
const begun = contentOf({ A1: { stage: '1 Begun' }, A2: { stage: 1, note: evil } });
const done = contentOf({ A1: { stage: '3 Done', note: 'The beds are full.' } });

const hand = async (who: 'oak' | 'elm' | 'far', owner: string, content = begun, basedOn = 0) =>
  await (await endpoint.signIn(who)).submit(round, owner, submission(round, owner, `k${basedOn}`, basedOn, content));
const accept = async (owner: string, revision: number) =>
  await (await endpoint.signIn('team')).put(paths.acceptance(round, owner), { revision });
const places = ['Measure', 'Line no.', 'Column no.', 'Title', 'Line', 'Column', 'Unit'];
const parts = ['Figure', 'Number', 'Out of', 'Less number', 'Less out of'];
const csv = async (query = '') => {
  const answer = await (await endpoint.signIn('team')).get(`${paths.export(round)}${query}`);
  const grid = readCsv(answer.rawPayload);
  if (!grid.ok) throw new Error(answer.body);
  return { answer, grid: grid.value };
};
const json = async (query: string) =>
  (await (await endpoint.signIn('team')).get(`${paths.export(round)}?format=json&${query}`)).json<{
    columns: string[];
    lines: Cell[][];
    rows: number;
    at: string;
    table: string;
  }>();

test('answers are a line for each row of each accepted return, and nothing that is not accepted', async () => {
  await hand('oak', oak);
  await hand('elm', elm, done);
  await hand('far', far, done);
  await accept(oak, 1);
  await accept(far, 1);
  const { answer, grid } = await csv();
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${round}-answers.csv"`,
  });
  const [headings, ...lines] = grid;
  expect(headings).toEqual(['Owner', 'Name', 'Revision', 'Receipt', 'Code', 'step', 'Stage', 'Note']);
  expect(
    lines.map(([owner, name, revision, , key, text, stage, note]) => [owner, name, revision, key, text, stage, note]),
  ).toEqual([
    [far, 'Far School', '1', 'A1', 'The ground is dug', '3', 'The beds are full.'],
    [oak, 'Oak School', '1', 'A1', 'The ground is dug', '1', null],
    [oak, 'Oak School', '1', 'A2', 'Seeds are sown', '1', `'${evil}`],
  ]);
});

test('the first bytes of CSV are the mark by which Excel knows UTF-8', async () => {
  const { answer } = await csv();
  expect([...answer.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test('owners are a line for everybody enlisted, with content or without', async () => {
  await hand('oak', oak);
  await accept(oak, 1);
  const { lines, rows } = await json('table=owners');
  expect(lines.map(([owner, , state, revision]) => [owner, state, revision])).toEqual([
    [elm, 'Not started', null],
    [far, 'Not started', null],
    [oak, 'Accepted', 1],
  ]);
  expect(rows).toBe(3);
});

test('totals are the figures of the tally, a line each, below how many are behind them', async () => {
  await hand('oak', oak);
  await accept(oak, 1);
  const { lines, columns } = await json('table=totals');
  expect(columns).toEqual([...places, ...parts]);
  expect(lines.slice(0, 3).map((line) => [line[3], line[7]])).toEqual([
    ['Enlisted', 3],
    ['Returned', 1],
    ['Accepted', 1],
  ]);
  const begunIn = lines.filter(
    ([measure, , , , line, column]) => measure === 'stages' && line === 'Ground' && column === '1 Begun',
  );
  expect(begunIn.map((line) => line[7])).toEqual([2]);
});

test('each figure of the totals can be asked for by its numbers', async () => {
  await hand('oak', oak);
  await accept(oak, 1);
  const { lines } = await json('table=totals');
  const figures = lines.filter(([measure]) => measure !== null);
  expect(figures.length).toBeGreaterThan(10);
  for (const [measure, line, column, title, lineLabel, columnLabel, unit, value] of figures) {
    const asked = await team.get(`${paths.figure(round, String(measure))}?line=${line}&column=${column}`);
    expect(asked.json<FigureAnswer>()).toMatchObject({ title, line: lineLabel, column: columnLabel, unit });
    expect(asked.json<FigureAnswer>().value ?? null).toBe(value);
  }
});

describe('the returns behind each figure', () => {
  beforeEach(async () => {
    await hand('oak', oak);
    await hand('far', far, done);
    await hand('elm', elm, done);
    await accept(oak, 1);
    await accept(far, 1);
  });

  test('are a line for each return and figure that it gives something to, with its part, return by return', async () => {
    const { lines, columns } = await json('table=behind');
    expect(columns).toEqual([...places, 'Owner', 'Name', 'Revision', ...parts]);
    const owners = lines.map((line) => line[7]);
    expect(owners).toEqual([...owners].sort());
    expect(new Set(owners)).toEqual(new Set([far, oak]));
    const begunIn = lines.filter((line) => line[0] === 'stages' && line[4] === 'Ground' && line[5] === '1 Begun');
    expect(begunIn.map((line) => line.slice(6))).toEqual([['count', oak, 'Oak School', 1, 2, 2, null, null, null]]);
  });

  test('are asked for of all figures, of a measure, or of one, and are those that the figure names', async () => {
    const all = (await json('table=behind')).lines;
    const ofMeasure = (await json('table=behind&measure=stages')).lines;
    expect(ofMeasure).toEqual(all.filter(([measure]) => measure === 'stages'));
    const place = 'measure=stages&line=1&column=1';
    const { lines } = await json(`table=behind&${place}`);
    expect(lines).toEqual(ofMeasure.filter(([, line, column]) => line === 1 && column === 1));
    const named = (await team.get(`${paths.figure(round, 'stages')}?line=1&column=1`)).json<FigureAnswer>();
    expect(lines.map((line) => [line[7], line[8], line[9], line[11]])).toEqual(
      named.returns.map(({ owner, name, revision, terms }) => [owner, name, revision, terms[0]]),
    );
    const { answer } = await csv(`?table=behind&${place}`);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${round}-behind-stages-1-1.csv"`);
    const { entries } = (await team.get(paths.audit('PROGRAMME'))).json<AuditAnswer>();
    expect(entries.at(-1)?.about).toMatchObject({ table: 'behind', measure: 'stages', line: '1', column: '1' });
  });

  test('as at a date are those that counted then', async () => {
    expect((await json('table=behind&as-at=2009-05-01')).lines).toEqual([]);
  });

  test.each(['measure=none', 'measure=stages&line=99', 'measure=stages&line=1&column=99'])(
    'there is no figure at %s',
    async (query) => {
      expect((await team.get(`${paths.export(round)}?table=behind&${query}`)).statusCode).toBe(404);
    },
  );

  test.each(['line=0', 'column=one', 'measure='])('%s names no place', async (query) => {
    expect((await team.get(`${paths.export(round)}?table=behind&${query}`)).statusCode).toBe(400);
  });

  test('a figure is asked for of no other table', async () => {
    const answer = await team.get(`${paths.export(round)}?table=totals&measure=stages`);
    expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining('only with table=behind')]);
  });
});

test('both forms hold the same table', async () => {
  await hand('oak', oak);
  await accept(oak, 1);
  for (const table of ['answers', 'owners', 'totals', 'behind']) {
    const { grid } = await csv(`?table=${table}`);
    const { columns, lines, rows } = await json(`table=${table}`);
    const asText = (cell: Cell) => (cell === null ? null : `${cell}`.replace(/^=/, "'="));
    expect(grid).toEqual([columns, ...lines.map((line) => line.map(asText))]);
    expect(rows).toBe(lines.length);
  }
});

test('as at a date it is what counted then, totals too', async () => {
  await hand('oak', oak);
  await accept(oak, 1);
  endpoint.clock.now = '2009-06-03T12:00:00.000Z';
  await hand('oak', oak, done, 1);
  await accept(oak, 2);
  const revisions = async (query: string) => (await json(query)).lines.map((line) => [line[2], line[4], line[6]]);
  expect(await revisions('as-at=2009-06-01')).toEqual([
    [1, 'A1', 1],
    [1, 'A2', 1],
  ]);
  expect(await revisions('as-at=2009-06-03')).toEqual([[2, 'A1', 3]]);
  expect(await revisions('as-at=2009-05-01')).toEqual([]);
  const accepted = async (query: string) => (await json(`table=totals&${query}`)).lines[2]?.[7];
  expect([await accepted('as-at=2009-05-01'), await accepted('as-at=2009-06-01')]).toEqual([0, 1]);
});

test('it holds what the consolidated sheet and the tally hold', async () => {
  await hand('oak', oak);
  await hand('far', far, done);
  await accept(oak, 1);
  await accept(far, 1);
  const { owners } = (await team.get(paths.consolidated(round))).json<ConsolidatedAnswer>();
  const { tally } = (await team.get(paths.tally(round))).json<TallyAnswer>();
  const { lines } = await json('table=owners');
  expect(lines.map(([owner, name, , revision, receipt]) => [owner, name, revision, receipt])).toEqual(
    owners.map(({ owner, name, accepted }) => [owner, name, accepted?.revision ?? null, accepted?.receipt ?? null]),
  );
  expect((await json('table=totals')).lines[2]?.[7]).toBe(tally.returns);
});

test.each(['oak', 'mentor'] as const)('%s exports nothing, and nothing is written down', async (who) => {
  expect((await (await endpoint.signIn(who)).get(paths.export(round))).statusCode).toBe(403);
  expect((await team.get(paths.audit('PROGRAMME'))).json()).toEqual({ entries: [] });
});

test('the log of acts says who took what, and as at when', async () => {
  await csv('?as-at=2009-05-01&table=owners');
  const { entries } = (await team.get(paths.audit('PROGRAMME'))).json<AuditAnswer>();
  expect(entries).toMatchObject([
    {
      act: 'export',
      by: 'Project team',
      about: { round, table: 'owners', format: 'csv', at: '2009-05-01T23:00:00.000Z' },
    },
  ]);
});

test.each(['format=xml', 'table=people', 'as-at=tomorrow', 'rows=1'])('%s is refused', async (query) => {
  const answer = await team.get(`${paths.export(round)}?${query}`);
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'invalid-request']);
});

test('a reader who stops reading holds up the export, and one who goes away ends it', () =>
  goesAsFastAsItIsRead(paths.export(round)));

test('an export that cannot go on breaks off: it never looks whole', async () => {
  const { ask, breakDisk, close } = await manyAccepted(500);
  const { answer } = await ask(paths.export(round));
  await once(answer, 'readable');
  breakDisk();
  let received = 0;
  const read = (async () => {
    for await (const piece of answer) received += (piece as Buffer).length;
  })();
  await expect(read).rejects.toThrow();
  expect(received).toBeGreaterThan(0);
  await close();
});
