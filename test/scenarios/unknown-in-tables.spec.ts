import type { OpenReturn } from '../../src/flows/desk.ts';
import { orchard } from '../kit/orchard-instrument.ts';
import { codes, startEndpointWith } from './kit/endpoint-with.ts';
import { atWork, type PersonAtWork } from './kit/person-at-work.ts';

jest.setTimeout(120_000);

let endpoint: Awaited<ReturnType<typeof startEndpointWith>>;
let school: PersonAtWork;
let open: OpenReturn;
beforeAll(async () => {
  endpoint = await startEndpointWith([orchard]);
  school = await atWork(endpoint, codes.school);
  open = await school.open();
});
afterAll(async () => {
  await school.close();
  await endpoint.close();
});

/** The cross-table of counts: a header with both years and a total, and the lines below it, with the look of each cell. */
const table = async () => {
  await school.model.settled();
  const summary = open.sheets.summary ?? '';
  const used = school.model.cells.used(summary, true);
  const lines = used ? school.model.cells.read(summary, used).map((line) => line.map(({ text }) => text)) : [];
  const header = lines.findIndex((line) => line[1] === '2007' && line[2] === '2008');
  const fill = (row: number, column: number) => school.model.looks.shownFill(summary, { row, column });
  return Array.from({ length: 5 }, (_, line) =>
    Array.from({ length: 5 }, (__, column) => ({
      text: lines[header + line]?.[column] ?? '',
      fill: fill(header + line, column),
    })),
  );
};
const texts = (cells: Awaited<ReturnType<typeof table>>) => cells.map((line) => line.map(({ text }) => text));

test('while nobody is unknown, a table ends with its total, and nothing shows that it could be longer', async () => {
  await school.type(open, '1', { kind: 'apple', year: '2007' });
  await school.type(open, '2', { kind: 'pear', year: '2008' });
  const cells = await table();
  expect(texts(cells)).toEqual([
    ['Kind', '2007', '2008', 'Total', ''],
    ['Apples', '1', '0', '1', ''],
    ['Pears', '0', '1', '1', ''],
    ['Total', '1', '1', '2', ''],
    ['', '', '', '', ''],
  ]);
  expect(cells.flat().filter(({ text, fill }) => (text === '') !== (fill === undefined))).toEqual([]);
});

test('somebody unknown gets a line and a column before the totals', async () => {
  const [header, , , total] = await table();
  await school.type(open, '3', { kind: 'unknown' });
  const cells = await table();
  expect(texts(cells)).toEqual([
    ['Kind', '2007', '2008', 'Unknown', 'Total'],
    ['Apples', '1', '0', '0', '1'],
    ['Pears', '0', '1', '0', '1'],
    ['Unknown', '0', '0', '1', '1'],
    ['Total', '1', '1', '1', '3'],
  ]);
  expect(cells[0]?.[4]?.fill).toBe(header?.[3]?.fill);
  expect(cells[4]?.map(({ fill }) => fill)).toEqual(Array(5).fill(total?.[0]?.fill));
  expect(cells[3]?.[0]?.fill).toBe(cells[1]?.[0]?.fill);
});
