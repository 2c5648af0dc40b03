import type { Grid } from '#core/cell.ts';
import { pasteOffer } from '#core/paste/paste-offer.ts';
import { recogniseColumns } from '#core/paste/recognise-columns.ts';
import type { ChangedCell } from '../../src/flows/change-cells.ts';
import { undoChanges } from '../../src/flows/change-cells.ts';
import type { OpenReturn } from '../../src/flows/desk.ts';
import { pasteRows } from '../../src/flows/paste-rows.ts';
import { orchard } from '../kit/orchard-instrument.ts';
import { codes, startEndpointWith } from './kit/endpoint-with.ts';
import { atWork, expectOk, type PersonAtWork } from './kit/person-at-work.ts';

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

const kinds = ['Apple', 'pear', ' apple ', 'PEAR', 'unknown'];
/** As a form exports it: columns of its own, questions as headings, texts as chosen. */
const exported = (rows: number): Grid => [
  ['ID', 'Email', 'What kind of tree is it?', 'The harvest: How much fruit did it bear?', 'Planted in'],
  ...Array.from({ length: rows }, (_, at) => [
    String(at + 1),
    `pupil${at}@example.org`,
    kinds[at % kinds.length] ?? null,
    `${(at % 5) + 1}`,
    at % 2 === 0 ? '2007' : '2008',
  ]),
];
const paste = async (grid: Grid): Promise<readonly ChangedCell[]> => {
  const { content } = await school.check(open);
  const offer = pasteOffer(orchard, open.round, grid, recogniseColumns(grid, orchard), content.rows);
  return expectOk(await pasteRows(school.desk, open, offer.rows));
};

test('rows go into the free lines of the sheet, each with its number, exactly as they came', async () => {
  const written = await paste(exported(7));
  expect(written).toHaveLength(21);
  const { content, damage } = await school.check(open);
  expect(content.rows.map(({ key }) => key)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  expect(content.rows[2]?.values).toEqual({ kind: ' apple ', crop: '3', year: '2007' });
  expect(damage).toEqual([]);
});

test('what belongs to no field is neither read nor written', async () => {
  const used = school.model.cells.used(open.sheets.entry, true);
  const texts = used
    ? school.model.cells.read(open.sheets.entry, used).flatMap((line) => line.map(({ text }) => text))
    : [];
  expect(texts.filter((text) => text.includes('@example.org'))).toEqual([]);
});

test('what the person typed above stays, and what she changes afterwards is not taken back', async () => {
  await school.type(open, '1', { kind: 'Pear' });
  const before = (await school.check(open)).content.rows;
  const written = await paste(exported(3));
  expect((await school.check(open)).content.rows.slice(0, 7)).toEqual(before);
  await school.type(open, '8', { kind: 'Pear' });
  expect(expectOk(await undoChanges(school.desk, open, written))).toEqual({ undone: 8, changedSince: 1 });
  expect((await school.check(open)).content.rows.slice(7)).toEqual([{ key: '8', values: { kind: 'Pear' } }]);
});

test('a table that is too short gets more lines, and they mark themselves like the others', async () => {
  const lines = (await school.check(open)).freeLines.length;
  const many = lines + 25;
  await paste([['Kind', 'Year'], ...Array.from({ length: many }, () => ['plum', '2007'])]);
  await school.model.settled();
  const { content, issues, damage } = await school.check(open);
  expect([content.rows.length, damage]).toEqual([8 + many, []]);
  expect(issues.filter(({ rule }) => rule === 'kind-unknown')).toHaveLength(many);
  const last = String(8 + many);
  expect(await school.cell(open, last, 'kind')).toBe('plum');
  expect(await school.fill(open, last, 'kind')).toBe(await school.fill(open, '9', 'kind'));
  expect(String(await school.cell(open, last, '#status'))).toMatch(/fix/i);
});
