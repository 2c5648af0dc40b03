import { copiedCells, copiedLine, readCopiedLine } from '#core/sheet/copied-answers.ts';
import { entryLayout } from '#core/sheet/entry-layout.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import { calculatePlans } from '../../kit/calculated-plans.ts';
import { gardenOwner, gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { showHighlights } from '../../kit/shown-highlights.ts';

jest.setTimeout(60_000);

/** Longer than MATCH can compare, and with what it would read as patterns. */
const long = `Why? many * many ~ ${'more '.repeat(80)}`;
const rows = [
  { key: 'N1', values: { state: '1 Bare', seen: 'Mint' } },
  { key: 'N2', values: { state: '2', seen: 'Frogs? * ~', work: long, term: 'Autumn 2008' } },
  { key: 'S1', values: { state: 3 } },
];
const names = freeSheetNames(gardens, []);
const plans = planReturn({
  ...{ instrument: gardens, round: gardenRound, owner: gardenOwner, names },
  answers: { rows },
  copied: copiedCells(rows),
});
const entry = plans.find(({ role }) => role === 'entry') ?? plans[0];
const layout = entryLayout(gardens);
const status = { row: layout.firstRow, column: layout.column('#status'), rows: 4, columns: 1 };

test('every filled cell is a copied one; its line on the lists sheet says which and what, and is read back', () => {
  const cells = copiedCells([...rows, { key: 'S2', values: { state: null, seen: '' } }]);
  expect(cells.map(({ row, field }) => `${row} ${field}`)).toEqual([
    'N1 state',
    'N1 seen',
    'N2 state',
    'N2 seen',
    'N2 work',
    'N2 term',
    'S1 state',
  ]);
  for (const cell of cells) expect(readCopiedLine(copiedLine(cell))).toEqual(cell);
  expect(readCopiedLine('a word|')).toBeUndefined();
});

test('copied answers are marked and their rows say "Please confirm", but not before what must be fixed', async () => {
  if (!entry) throw new Error('no entry sheet');
  const sheets = await calculatePlans(plans);
  const shown = showHighlights(sheets, entry);
  const at = (line: number, field: string) => shown({ row: layout.firstRow + line, column: layout.column(field) });
  expect((await sheets.values(names.entry, status)).flat()).toEqual([
    'Please confirm',
    'Please confirm',
    'Needs fixing',
    'To do',
  ]);
  expect(await at(0, 'state')).toBe('copied');
  expect(await at(1, 'work')).toBe('copied');
  expect(await at(2, 'state')).toBe('copied');
  expect(await at(2, 'seen')).toBe('error');
  expect(await at(0, 'work')).toBeUndefined();
  sheets.close();
});

test('the mark goes with the answer: a changed cell loses it, a sorted row keeps it', async () => {
  if (!entry) throw new Error('no entry sheet');
  const sheets = await calculatePlans(plans);
  const shown = showHighlights(sheets, entry);
  sheets.type(names.entry, layout.firstRow, layout.column('state'), [['2 Growing', 'Mint and sage']]);
  expect((await sheets.values(names.entry, status)).flat()[0]).toBe('Done');
  expect(await shown({ row: layout.firstRow, column: layout.column('state') })).toBeUndefined();
  const all = { row: layout.firstRow, column: 0, rows: layout.rows, columns: layout.columns };
  sheets.model.cells.sort(sheets.id(names.entry), all, 0, false);
  const texts = (await sheets.values(names.entry, all)).map((line) => [line[0], line[layout.column('#status')]]);
  expect(texts).toContainEqual(['N2', 'Please confirm']);
  expect(texts).toContainEqual(['N1', 'Done']);
  sheets.close();
});

const isCopiedLine = (cell: unknown): boolean => typeof cell === 'string' && readCopiedLine(cell) !== undefined;

test('confirming takes the line away, and with it the mark', async () => {
  const sheets = await calculatePlans(plans);
  const lists = plans.find(({ role }) => role === 'lists');
  const block = lists?.blocks.find(({ content }) => isCopiedLine(content[0]?.[0]));
  if (!block) throw new Error('no copied lines');
  sheets.type(names.lists, block.area.row, block.area.column, [[null], [null]]);
  expect((await sheets.values(names.entry, status)).flat().slice(0, 2)).toEqual(['Done', 'Please confirm']);
  sheets.close();
});

test('what a file shows without being calculated says so too', () => {
  const shown = entry?.blocks.find(({ area }) => area.column === status.column && area.row === status.row)?.content;
  expect(shown?.map(([cell]) => (typeof cell === 'object' ? cell?.result?.[0]?.[0] : cell)).slice(0, 4)).toEqual([
    'Please confirm',
    'Please confirm',
    'Needs fixing',
    'To do',
  ]);
});
