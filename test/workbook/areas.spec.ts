import fc from 'fast-check';
import type { Area } from '#core/cell.ts';
import { areaAround, areaWithout, cellsIn, halvesOf } from '#workbook/areas.ts';

const anArea: fc.Arbitrary<Area> = fc.record({
  row: fc.integer({ min: 0, max: 8 }),
  column: fc.integer({ min: 0, max: 8 }),
  rows: fc.integer({ min: 1, max: 6 }),
  columns: fc.integer({ min: 1, max: 6 }),
});

const spots = (areas: readonly Area[]): string[] =>
  areas.flatMap(({ row, column, rows, columns }) =>
    Array.from({ length: rows * columns }, (_, at) => `${row + Math.floor(at / columns)}/${column + (at % columns)}`),
  );

test('an area without others is every cell that is in none of them, once', () => {
  fc.assert(
    fc.property(anArea, fc.array(anArea, { maxLength: 4 }), (area, holes) => {
      const taken = new Set(spots(holes));
      const wanted = spots([area]).filter((spot) => !taken.has(spot));
      expect(spots(areaWithout(area, holes)).sort()).toEqual(wanted.sort());
    }),
  );
});

test('two halves make the whole; a single cell has none', () => {
  fc.assert(
    fc.property(anArea, (area) => {
      const halves = halvesOf(area);
      if (cellsIn(area) === 1) expect(halves).toBeUndefined();
      else expect(spots([...(halves ?? [])]).sort()).toEqual(spots([area]).sort());
    }),
  );
});

test('the area around some holds them all and touches them', () => {
  expect(areaAround([])).toBeUndefined();
  expect(
    areaAround([
      { row: 2, column: 5, rows: 1, columns: 1 },
      { row: 4, column: 1, rows: 2, columns: 2 },
    ]),
  ).toEqual({ row: 2, column: 1, rows: 4, columns: 5 });
});
