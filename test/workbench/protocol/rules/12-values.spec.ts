import { refusalOf } from '../../../kit/refusal.ts';
import { sharedExcel } from '../../../kit/shared-excel.ts';

const shared = sharedExcel();
const { onSheet } = shared;

const wrongShape =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

test.each<[string, unknown]>([
  ['fewer rows', [[1, 2]]],
  ['more columns', [[1, 2, 3], [4, 5, 6]]], // prettier-ignore
  ['ragged rows', [[1, 2], [3]]],
  ['a flat array', [1, 2]],
])('RULE 12 (believed): an array of another shape than the range is InvalidArgument: %s', async (_what, values) => {
  const refusal = await refusalOf(
    onSheet(async (sheet, context) => {
      sheet.getRange('A1:B2').values = values as unknown[][];
      await context.sync();
    }),
  );
  expect(refusal).toEqual({ code: 'InvalidArgument', message: wrongShape, location: 'Range.values' });
});

test('RULE 12 (believed): the shape of a large array, which the client sends in parts, is checked whole', async () => {
  const refusal = await refusalOf(
    onSheet(async (sheet, context) => {
      sheet.getRange('A1:J300').values = Array.from({ length: 301 }, () => Array(10).fill(1));
      await context.sync();
    }),
  );
  expect(refusal).toMatchObject({ code: 'InvalidArgument', message: wrongShape });
});

test('RULE 12 (believed): a scalar goes into every cell', () =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:B2');
    range.values = 'x' as unknown as unknown[][];
    range.numberFormat = '@' as unknown as unknown[][];
    await context.sync();
    range.load('values,numberFormat');
    await context.sync();
    expect([range.values, range.numberFormat]).toEqual([
      [['x', 'x'], ['x', 'x']], // prettier-ignore
      [['@', '@'], ['@', '@']], // prettier-ignore
    ]);
  }));

test('RULE 12 (recorded in the client): 20,000 cells go over in parts and arrive whole', () =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRangeByIndexes(3, 2, 500, 40);
    const table = Array.from({ length: 500 }, (_, row) =>
      Array.from({ length: 40 }, (_, column) => row * 40 + column),
    );
    range.values = table;
    await context.sync();
    range.load('values,address');
    await context.sync();
    expect(range.values).toEqual(table);
    expect(range.address).toMatch(/!C4:AP503$/);
  }));

test("RULE 13 (believed): null leaves a cell alone, '' clears it", () =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:C1');
    range.values = [['a', 'b', 'c']];
    await context.sync();
    range.values = [[null, '', undefined]];
    await context.sync();
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([['a', '', 'c']]);
  }));

test('RULE 13 (believed): null for the whole property is InvalidArgument', async () => {
  const refusal = await refusalOf(
    onSheet(async (sheet, context) => {
      sheet.getRange('A1').values = null as unknown as unknown[][];
      await context.sync();
    }),
  );
  expect(refusal.code).toBe('InvalidArgument');
});

test.each([
  ['=1+1', 2, '=1+1'],
  ['+1+1', 2, '=+1+1'],
  ['-1-1', -2, '=-1-1'],
])('RULE 14 (believed): values that begin with =, + or - become formulas: %s', async (text, value, formula) => {
  expect(await shared.stored((cell) => (cell.values = [[text]]))).toMatchObject({ value, formula });
});

test('RULE 14 (believed): a bad formula is InvalidArgument and nothing of the array is written', async () => {
  const refusal = await refusalOf(
    onSheet(async (sheet, context) => {
      sheet.getRange('A1:B1').values = [['fine', '=SUM(']];
      await context.sync();
    }),
  );
  expect(refusal).toMatchObject({ code: 'InvalidArgument', location: 'Range.values' });
});

test.each<[string, string, unknown, string]>([
  ['a thousands comma', '1,234', 1234, '#,##0'],
  ['a percentage', '50%', 0.5, '0%'],
  ['an ISO date', '2026-02-01', 46054, 'm/d/yyyy'],
  ['leading zeros', '007', 7, 'General'],
  ['TRUE', 'TRUE', true, 'General'],
  ['dd/mm text', '31/12/2025', '31/12/2025', 'General'],
])('RULE 15 (believed): text is converted as in en-US: %s', async (_what, text, value, format) => {
  expect(await shared.stored((cell) => (cell.values = [[text]]))).toMatchObject({ value, format });
});

test("RULE 15 (believed): in a cell that is '@' already text stays as it is", async () => {
  const asText = (cell: Excel.Range) => (cell.numberFormat = [['@']]);
  expect(await shared.stored((cell) => (cell.values = [['=1+1']]), asText)).toMatchObject({
    value: '=1+1',
    format: '@',
  });
  expect(await shared.stored((cell) => (cell.values = [['007']]), asText)).toMatchObject({ value: '007' });
});

test('RULE 16 (believed): a leading apostrophe makes text and is never given back', async () => {
  expect(await shared.stored((cell) => (cell.values = [["'007"]]))).toMatchObject({ value: '007', formula: '007' });
  expect(await shared.stored((cell) => (cell.formulas = [["'=1+1"]]))).toMatchObject({ value: '=1+1' });
});

test("RULE 17 (believed): blanks are '', booleans booleans, dates serial numbers, errors their text", () =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:E1');
    range.formulas = [['', true, '=DATE(2026,2,1)', '=NA()', '=1/0']];
    await context.sync();
    range.load('values,text');
    await context.sync();
    expect(range.values).toEqual([['', true, 46054, '#N/A', '#DIV/0!']]);
    expect(range.text[0]?.[1]).toBe('TRUE');
  }));

test('RULE 17 (believed): the text is what is displayed', async () => {
  const shown = await shared.stored((cell) => {
    cell.numberFormat = [['0.0%']];
    cell.values = [[0.256]];
  });
  expect(shown).toMatchObject({ value: 0.256, text: '25.6%' });
});

test('RULE 17 (believed): a format that differs between the cells is null', () =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:A2');
    sheet.getRange('A1').format.font.bold = true;
    range.format.fill.color = '#ff0000';
    range.load('format/font/bold,format/fill/color');
    await context.sync();
    expect([range.format.font.bold, range.format.fill.color]).toEqual([null, '#FF0000']);
  }));

test.each(['A:A', '3:4'])(
  'RULE 18 (believed): content is not written to whole columns or rows, formats are: %s',
  async (address) => {
    const work = (write: (range: Excel.Range) => void) =>
      onSheet(async (sheet, context) => {
        write(sheet.getRange(address));
        await context.sync();
      });
    for (const property of ['values', 'formulas', 'numberFormat'] as const) {
      const refusal = await refusalOf(work((range) => (range[property] = '1' as unknown as unknown[][])));
      expect(refusal.code).toBe('InvalidArgument');
    }
    await work((range) => (range.format.font.bold = true));
  },
);

test('RULE 19 (believed): more than five million cells are not read at once', async () => {
  const refusal = await refusalOf(
    onSheet(async (sheet, context) => {
      sheet.getRange('A:E').load('values');
      await context.sync();
    }),
  );
  expect(refusal.code).toBe('RangeExceedsLimit');
});

test('RULE 44 (believed): text of more than 32,767 characters is InvalidArgument', async () => {
  expect(await shared.stored((cell) => (cell.values = [['x'.repeat(32_767)]]))).toMatchObject({
    value: 'x'.repeat(32_767),
  });
  const refusal = await refusalOf(shared.stored((cell) => (cell.values = [['x'.repeat(32_768)]])));
  expect(refusal.code).toBe('InvalidArgument');
});
