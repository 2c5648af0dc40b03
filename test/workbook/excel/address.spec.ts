import { areaOfAddress } from '#workbook/excel/address.ts';

describe('the address of an event', () => {
  test.each([
    ['A1', { row: 0, column: 0, rows: 1, columns: 1 }],
    ['$C$5:D9', { row: 4, column: 2, rows: 5, columns: 2 }],
    ["'Anna''s ! sheet'!AA10", { row: 9, column: 26, rows: 1, columns: 1 }],
    ['D9:C5', { row: 4, column: 2, rows: 5, columns: 2 }],
  ])('%s is a rectangle', (address, area) => {
    expect(areaOfAddress(address)).toEqual(area);
  });

  test.each(['5:5', 'A:C', 'A1,B2', ''])('"%s" is no single rectangle', (address) => {
    expect(areaOfAddress(address)).toBeUndefined();
  });
});
