import { compileMeasures } from '#core/measures/compile.ts';
import { figuresOf } from '#core/measures/figures-of.ts';
import { shownTable } from '#core/measures/shown-places.ts';
import { tallierOf } from '#core/measures/tally.ts';
import type { Cell } from '#core/cell.ts';
import { orchard, orchardRound } from '../../kit/orchard-instrument.ts';

const tallier = tallierOf(orchard, orchardRound);
const tables = compileMeasures(orchard, orchardRound);

/** A measure's table as it is read, of trees with these answers. */
const shown = (measure: string, trees: readonly Record<string, Cell>[], once: Record<string, Cell> = {}) => {
  const table = tables.find((one) => one.measure === measure);
  if (!table) throw new Error(`no measure ${measure}`);
  const rows = [{ key: 'return', values: once }, ...trees.map((values, at) => ({ key: String(at + 1), values }))];
  const { columns, lines } = shownTable(figuresOf(table, tallier.sums, tallier.of({ rows }).sums));
  return [['', ...columns.map(({ label }) => label)], ...lines.map(({ label, cells }) => [label, ...cells])];
};

const apple = { kind: 'Apple', year: 2007 };
const pear = { kind: 'pears', year: '2008/09' };

describe('a table as it is read', () => {
  test('has no unknown where there is none', () => {
    expect(shown('trees', [apple, apple, pear])).toEqual([
      ['', '2007', '2008', 'Total'],
      ['Apples', 2, 0, 2],
      ['Pears', 0, 1, 1],
      ['Total', 2, 1, 3],
    ]);
  });

  test('counts as unknown what is blank, not understood, or published so', () => {
    const trees = [apple, { kind: 'Cannot be told', year: 2007 }, { kind: 'fig', year: 'long ago' }, { year: 2008 }];
    expect(shown('trees', trees)).toEqual([
      ['', '2007', '2008', 'Unknown', 'Total'],
      ['Apples', 1, 0, 0, 1],
      ['Pears', 0, 0, 0, 0],
      ['Unknown', 1, 1, 1, 3],
      ['Total', 2, 1, 1, 4],
    ]);
  });

  test('shows the choices made most often, equal ones in their own order, none that nobody made', () => {
    const trees = ['Jam; Juice', 'Juice; Eaten raw', 'jam', 'Cooked', 'x'].map((uses) => ({ ...apple, uses }));
    expect(shown('top-uses', trees)).toEqual([
      ['', 'Share', '2007', '2008', 'Number', 'Out of'],
      ['Juice', 0.5, 0.5, undefined, 2, 4],
      ['Jam', 0.5, 0.5, undefined, 2, 4],
      ['Eaten raw', 0.25, 0.25, undefined, 1, 4],
    ]);
    expect(shown('top-uses', [])).toHaveLength(1);
  });

  test('leaves a gap blank of which one side is nothing', () => {
    const lines = shown('crop-gap', [
      { ...apple, crop: 5 },
      { ...pear, crop: 2 },
      { ...pear, kind: 'Apple', crop: 3 },
    ]);
    expect(lines).toEqual([
      ['', 'Apples', 'Pears', 'Apples − Pears', 'n, Apples', 'n, Pears'],
      ['2007', 5, undefined, undefined, 1, 0],
      ['2008', 3, 2, 1, 1, 1],
      ['Total', 4, 2, 2, 2, 1],
    ]);
  });

  test('counts a row that made two of some choices once', () => {
    const trees = ['Jam; Juice', 'Juice', 'Cooked'].map((uses) => ({ uses }));
    expect(shown('jam-trees', trees).at(-1)).toEqual(['All', 2]);
  });

  test('gives rates of a number that is asked once, and none where it is not given', () => {
    expect(shown('alive', [apple, apple, pear], { 'planted-2007': 4 })).toEqual([
      ['', 'Rate', 'Number', 'Out of', 'Returns counted'],
      ['2007', 0.5, 2, 4, 1],
      ['2008', undefined, 0, 0, 0],
      ['Total', 0.5, 2, 4, 1],
    ]);
  });
});
