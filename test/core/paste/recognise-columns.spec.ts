import type { Grid } from '#core/cell.ts';
import type { Field } from '#core/instrument/instrument.ts';
import { alreadyThere, pastedRows, withMapping } from '#core/paste/pasted-rows.ts';
import { recogniseColumns } from '#core/paste/recognise-columns.ts';

const scale = ['1', '2', '3'].map((code) => ({ code, label: code, accepts: [], value: Number(code) }));
const field = (id: string, label: string, more: Partial<Field> = {}): Field => ({
  id,
  label,
  help: 'Help.',
  kind: 'scale',
  choices: scale,
  width: 8,
  ...more,
});

const instrument = {
  fields: [
    field('kind', 'Kind of tree'),
    field('sun', 'Sun: morning', { part: 'How much sun does it get?', question: 'In the morning' }),
    field('sun-late', 'Sun: evening', { part: 'How much sun does it get?', question: 'In the evening' }),
    field('water', 'Water', { question: 'How wet is the ground?', alsoCalled: ['Damp'] }),
  ],
};

const fieldsOf = (...headings: string[]) =>
  recogniseColumns([headings], instrument).columns.map(
    ({ field: id, repeats }) => id ?? (repeats ? `(${repeats})` : '-'),
  );

test.each([
  ['its label', 'Kind of tree', 'kind'],
  ['its id', 'sun-late', 'sun-late'],
  ['its question', 'How wet is the ground?', 'water'],
  ['a further heading', 'damp', 'water'],
  ['its part and question together', 'How much sun does it get? In the evening', 'sun-late'],
  ['a grid as Google Forms writes it', 'How much sun does it get? [In the morning]', 'sun'],
  ['a numbered question', '4. How wet is the ground?', 'water'],
  ['other case, spaces and marks', '  KIND of\u00a0 tree *', 'kind'],
])('a column is known by %s', (_, heading, id) => {
  expect(fieldsOf('Start time', heading)).toEqual(['-', id]);
});

test('a column that is not known belongs to no field', () => {
  expect(fieldsOf('Email', 'Name', 'Kind of tree house', '')).toEqual(['-', '-', '-', '-']);
});

test('of two columns for one field the left one keeps it', () => {
  expect(fieldsOf('Damp', 'Water')).toEqual(['water', '(water)']);
});

test('a heading that could mean two fields means none', () => {
  const two = {
    fields: [field('a', 'First', { alsoCalled: ['Same'] }), field('b', 'Second', { alsoCalled: ['same!'] })],
  };
  expect(recogniseColumns([['Same']], two).columns).toEqual([{ column: 0, heading: 'Same' }]);
});

test('the heading row is the one that names most fields, wherever it stands', () => {
  const grid: Grid = [['Our trees'], [null], ['Water', 'Kind of tree', 'Notes'], ['2', '1', 'mine']];
  expect(recogniseColumns(grid, instrument).headingRow).toBe(2);
});

test('only columns that belong to a field are read', () => {
  const grid: Grid = [
    ['Name', 'Water', 'Kind of tree'],
    ['Ann', '2', ' 1 '],
    ['Bob', null, '  '],
    [null, null, 3],
  ];
  expect(pastedRows(grid, recogniseColumns(grid, instrument))).toEqual([
    { line: 1, values: { water: '2', kind: ' 1 ' } },
    { line: 3, values: { kind: 3 } },
  ]);
});

test('the person gives a column to another field; the column that had it loses it', () => {
  const table = recogniseColumns([['Water', 'Wetness', 'Kind of tree']], instrument);
  expect(withMapping(table, 1, 'water').columns).toEqual([
    { column: 0, heading: 'Water', repeats: 'water' },
    { column: 1, heading: 'Wetness', field: 'water' },
    { column: 2, heading: 'Kind of tree', field: 'kind' },
  ]);
  expect(withMapping(table, 0, undefined).columns[0]).toEqual({ column: 0, heading: 'Water' });
});

test('rows that are there already are counted, each once', () => {
  const rows = [
    { line: 1, values: { kind: '1' } },
    { line: 2, values: { kind: '1' } },
    { line: 3, values: { kind: '2' } },
  ];
  expect(alreadyThere(rows, [{ values: { kind: 1 } }, { values: { kind: '3' } }])).toBe(1);
});
