import { printNames } from '#workbook/xlsx/print-names.ts';
import { rowHeights } from '#workbook/xlsx/row-heights.ts';

const area = { row: 0, column: 0, rows: 20, columns: 28 };

test('names of sheets are quoted: Excel repairs a file in which one with a blank is not', () => {
  expect(printNames([{ place: 2, name: 'Ash & Elm’s "beds"', print: { landscape: true, area } }])).toBe(
    `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="2">'Ash &amp; Elm’s &quot;beds&quot;'!$A$1:$AB$20</definedName></definedNames>`,
  );
});

test('rows that stand on every page are counted from 1', () => {
  const print = { landscape: true, area, repeatedRows: { first: 8, last: 9 } };
  expect(printNames([{ place: 0, name: 'Beds', print }])).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Beds'!$9:$10</definedName>`,
  );
});

test('a workbook in which nothing is printed has no such names', () => {
  expect(printNames([])).toBe('');
});

test('a row is as high as its longest wrapped text; one line is left to whoever opens the file', () => {
  const wrapped = { alignment: { wrapText: true } };
  const cells = new Map([
    ['0,0', { value: 'short', style: wrapped }],
    ['1,0', { value: 'x'.repeat(100), style: {} }],
    ['2,0', { value: 'x'.repeat(50), style: wrapped }],
    ['2,1', { value: 'a\nb\nc\nd', style: wrapped }],
    ['3,0', { value: 'x'.repeat(32_000), style: wrapped }],
  ]);
  expect([...rowHeights(cells, () => 20)]).toEqual([
    [2, 60],
    [3, 409],
  ]);
});
