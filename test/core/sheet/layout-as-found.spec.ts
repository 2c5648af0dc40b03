import type { Cell, Grid } from '#core/cell.ts';
import { entryLayout } from '#core/sheet/entry-layout.ts';
import { layoutAsFound } from '#core/sheet/layout-as-found.ts';
import { planReturn } from '#core/sheet/return-plans.ts';
import { freeSheetNames } from '#core/sheet/sheet-names.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { gardenOwner, gardenRound, gardens } from '../../kit/garden-instrument.ts';
import { orchard, orchardRound } from '../../kit/orchard-instrument.ts';
import { planAsGrid } from '../../kit/plans-as-grid.ts';

const drawn = (
  instrument: Instrument,
  answers: Parameters<typeof planReturn>[0]['answers'] = { rows: [] },
): Cell[][] => {
  const round = instrument === gardens ? gardenRound : orchardRound;
  const [entry] = planReturn({
    instrument,
    round,
    owner: gardenOwner,
    names: freeSheetNames(instrument, []),
    answers,
  });
  if (!entry) throw new Error('no entry sheet');
  return planAsGrid(entry).map((line) => [...line]);
};
const found = (grid: Grid, instrument: Instrument, more = 0) => {
  const layout = layoutAsFound(grid, instrument, more);
  if (!layout) throw new Error('nothing is found');
  return layout;
};
const width = (grid: Grid) => Math.max(...grid.map((line) => line.length));
const blank = (grid: Grid): Cell[] => Array<Cell>(width(grid)).fill(null);

describe.each([gardens, orchard])('the layout of $id as it is found', (instrument) => {
  const fresh = entryLayout(instrument);
  const ids = ['#key', ...instrument.fields.map(({ id }) => id), '#status', '#question', '#answer'];

  test('is the one it was drawn in, when nobody moved anything', () => {
    const { entry, keys } = found(drawn(instrument), instrument);
    const { column: _column, watchedRows, ...rows } = entry;
    const { column: _drawn, watchedRows: drawnWatched, ...drawnRows } = fresh;
    expect(rows).toEqual(drawnRows);
    expect(watchedRows).toBe(drawnWatched);
    expect(ids.map((id) => entry.column(id))).toEqual(ids.map((id) => fresh.column(id)));
    expect(keys).toHaveLength(fresh.rows);
  });

  test('follows rows that were inserted above everything, above the headings and in the table', () => {
    const grid = drawn(instrument);
    grid.splice(fresh.firstRow + 1, 0, blank(grid));
    grid.splice(fresh.purposeRow, 0, blank(grid));
    grid.splice(0, 0, blank(grid));
    const { entry, keys } = found(grid, instrument);
    expect([entry.titleRow, entry.codeRow, entry.purposeRow, entry.headerRow, entry.firstRow]).toEqual([
      1,
      fresh.codeRow + 1,
      fresh.purposeRow + 2,
      fresh.headerRow + 2,
      fresh.firstRow + 2,
    ]);
    expect(entry.once.map(({ row }) => row)).toEqual(fresh.once.map(({ row }) => row + 2));
    expect(keys).toHaveLength(fresh.rows + 1);
  });

  test('follows columns that were moved, and puts one that is gone to the right of everything', () => {
    const grid = drawn(instrument);
    const [first = '', second = ''] = instrument.fields.slice(-2).map(({ id }) => id);
    for (const line of grid) {
      const [one, other] = [line[fresh.column(first)] ?? null, line[fresh.column(second)] ?? null];
      [line[fresh.column(first)], line[fresh.column(second)]] = [other, one];
      line[fresh.column('#answer')] = null;
    }
    const { entry } = found(grid, instrument);
    expect([entry.column(first), entry.column(second)]).toEqual([fresh.column(second), fresh.column(first)]);
    expect(entry.column('#answer')).toBe(width(grid));
    expect(entry.columns).toBe(width(grid) + 1);
  });

  test('is none without headings, and none where no row is left for the ids', () => {
    const grid = drawn(instrument);
    expect(layoutAsFound([], instrument)).toBeUndefined();
    expect(layoutAsFound(grid.slice(fresh.firstRow), instrument)).toBeUndefined();
    const [ids] = grid.splice(fresh.idRow, 1);
    expect(ids?.[0]).toBe('#key');
    expect(layoutAsFound(grid, instrument)).toBeUndefined();
  });
});

describe('lines', () => {
  test('of fixed rows are known by their codes; a line that is no row of ours is nobody’s, a row that is gone comes last', () => {
    const fresh = entryLayout(gardens);
    const grid = drawn(gardens);
    const [n1 = []] = grid.splice(fresh.firstRow, 1);
    grid.splice(fresh.firstRow + 2, 0, ['my own line']);
    expect(found(grid, gardens).keys).toEqual(['N2', 'S1', undefined, 'N3', 'S2', 'N1']);
    expect(n1[0]).toBe('N1');
  });

  test('of an open table are known by their numbers; unnumbered ones wait for theirs; new ones follow', () => {
    const fresh = entryLayout(orchard);
    const grid = drawn(orchard).slice(0, fresh.firstRow + 3);
    grid.push([null, '2008'], [2, '2007'], [null, null]);
    const { keys } = found(grid, orchard, 2);
    expect(keys).toEqual(['1', '2', '3', `?${fresh.firstRow + 4}`, `?${fresh.firstRow + 5}`, '4', '5']);
  });
});
