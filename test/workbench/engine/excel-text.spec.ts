import { createModel } from '#workbench/engine/univer-model.ts';

test.each([
  ['TRIM leaves tabs, line breaks and non-breaking spaces', 'TRIM', ' \ta  b\n\u00a0', '=TRIM(A1)', '\ta b\n\u00a0'],
  [
    'SUBSTITUTE takes no white space for another',
    'SUBSTITUTE',
    'a\nb\u00a0c',
    '=SUBSTITUTE(A1,UNICHAR(160),"-")',
    'a\nb-c',
  ],
  ['SUBSTITUTE replaces the nth only when asked', 'SUBSTITUTE', 'x.y.z', '=SUBSTITUTE(A1,".","-",2)', 'x.y-z'],
])('%s, as in Excel', async (_, __, value, formula, expected) => {
  const model = createModel();
  const sheet = model.sheets.add('Text');
  model.cells.write(sheet, { row: 0, column: 0, rows: 1, columns: 2 }, [[{ value }, { formula }]]);
  await model.settled();
  expect(model.cells.read(sheet, { row: 0, column: 1, rows: 1, columns: 1 })[0]?.[0]?.value).toBe(expected);
  model.dispose();
});
