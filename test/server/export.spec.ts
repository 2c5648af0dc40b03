import { once } from 'node:events';
import type { Cell } from '#core/cell.ts';
import { readCsv } from '#documents/read-csv.ts';
import type { AuditAnswer } from '#wire/audit.ts';
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
  expect(columns).toEqual(['Measure', 'Title', 'Line', 'Column', 'Unit', 'Figure']);
  expect(lines.slice(0, 3).map((line) => [line[1], line[5]])).toEqual([
    ['Enlisted', 3],
    ['Returned', 1],
    ['Accepted', 1],
  ]);
  const begunIn = lines.filter(
    ([measure, , line, column]) => measure === 'stages' && line === 'Ground' && column === '1 Begun',
  );
  expect(begunIn.map((line) => line[5])).toEqual([2]);
});

test('both forms hold the same table', async () => {
  await hand('oak', oak);
  await accept(oak, 1);
  for (const table of ['answers', 'owners', 'totals']) {
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
  const accepted = async (query: string) => (await json(`table=totals&${query}`)).lines[2]?.[5];
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
  expect((await json('table=totals')).lines[2]?.[5]).toBe(tally.returns);
});

test.each(['oak', 'mentor'] as const)('%s exports nothing, and nothing is written down', async (who) => {
  expect((await (await endpoint.signIn(who)).get(paths.export(round))).statusCode).toBe(403);
  expect((await team.get(paths.audit('PROGRAMME'))).statusCode).toBe(404);
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
