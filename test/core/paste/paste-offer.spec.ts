import type { Grid } from '#core/cell.ts';
import { pasteOffer } from '#core/paste/paste-offer.ts';
import { recogniseColumns } from '#core/paste/recognise-columns.ts';
import { orchard, orchardRound } from '../../kit/orchard-instrument.ts';

const offer = (grid: Grid, present: Parameters<typeof pasteOffer>[4] = []) =>
  pasteOffer(orchard, orchardRound, grid, recogniseColumns(grid, orchard), present);

test('each column says how many of its answers are understood, and shows some that are not', () => {
  const { columns } = offer([
    ['Who counted', 'Kind'],
    ['Ann', 'apple'],
    ['Bob', ' PEARS '],
    ['Cat', 'plum'],
    ['Dan', 'plum'],
    ['Eve', null],
    ['Fay', 'fig'],
  ]);
  expect(columns).toEqual([{ column: 1, field: 'kind', filled: 5, understood: 2, strange: ['plum', 'fig'] }]);
});

test('what is not understood is pasted all the same, as it is', () => {
  expect(offer([['Kind'], [' plum ']]).rows).toEqual([{ line: 1, values: { kind: ' plum ' } }]);
});

test('fields without a column are named', () => {
  expect(offer([['Kind', 'Crop']]).missing).toEqual(
    orchard.fields.map(({ id }) => id).filter((id) => id !== 'kind' && id !== 'crop'),
  );
});

test('a table that was pasted before is noticed', () => {
  const grid: Grid = [['Kind'], ['apple'], ['pear']];
  expect(offer(grid, [{ key: '1', values: { kind: 'pear' } }]).already).toBe(1);
});
