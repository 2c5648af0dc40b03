import fc from 'fast-check';
import { cellsIn } from '#workbook/areas.ts';
import { bandsOf, packed } from '#workbook/excel/chunks.ts';

const anArea = fc.record({
  row: fc.integer({ min: 0, max: 9 }),
  column: fc.integer({ min: 0, max: 9 }),
  rows: fc.integer({ min: 1, max: 700 }),
  columns: fc.integer({ min: 1, max: 45 }),
});

test('blocks are written in no more groups than one for each limit begun, and every row once', () => {
  fc.assert(
    fc.property(fc.array(anArea, { maxLength: 6 }), fc.integer({ min: 50, max: 2000 }), (areas, limit) => {
      const groups = packed(
        areas.map((area, block) => ({ area, block })),
        limit,
      );
      const cells = areas.reduce((sum, area) => sum + cellsIn(area), 0);
      expect(groups.length).toBeLessThanOrEqual(Math.ceil(cells / limit));
      areas.forEach((area, block) => {
        const parts = groups.flat().filter((part) => part.block === block);
        expect(parts.reduce((sum, part) => sum + part.area.rows, 0)).toBe(area.rows);
        expect(parts[0]?.area.row).toBe(area.row);
      });
      for (const group of groups) {
        expect(group.reduce((sum, { area }) => sum + cellsIn(area), 0)).toBeLessThan(limit + 45);
      }
    }),
  );
});

test('a large area is read in no more bands than one for each limit begun, top to bottom without a gap', () => {
  fc.assert(
    fc.property(anArea, fc.integer({ min: 50, max: 2000 }), (area, limit) => {
      const bands = bandsOf(area, limit);
      expect(bands.length).toBeLessThanOrEqual(Math.ceil(cellsIn(area) / limit));
      let row = area.row;
      for (const band of bands) {
        expect(band).toMatchObject({ row, column: area.column, columns: area.columns });
        row += band.rows;
      }
      expect(row).toBe(area.row + area.rows);
    }),
  );
});
