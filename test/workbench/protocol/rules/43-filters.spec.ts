import { attachmentsOf, shiftAttachments } from '#workbench/protocol/attachments.ts';
import { refusalOf } from '../../../kit/refusal.ts';
import { sharedExcel } from '../../../kit/shared-excel.ts';

const { excel, onSheet } = sharedExcel();

/** Does something to a sheet on which a filter over A1:C4 hides the rows 2 and 4. */
const onFiltered = <T>(
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext, id: string) => Promise<T>,
): Promise<T> =>
  onSheet(async (sheet, context) => {
    sheet.load('id');
    sheet.getRange('A1:C4').values = [
      ['Bed', 'State', 'Seen'],
      ['N1', 'bare', 1],
      ['N2', 'in fruit', 2],
      ['N3', 'bare', 3],
    ];
    await context.sync();
    const { model } = excel();
    attachmentsOf(model).filters[sheet.id] = { row: 0, column: 0, rows: 4, columns: 3 };
    for (const row of [1, 3]) model.looks.setRowsHidden(sheet.id, row, 1, true);
    return work(sheet, context, sheet.id);
  });
const writing = (work: (sheet: Excel.Worksheet) => unknown) =>
  onFiltered(async (sheet, context) => {
    work(sheet);
    await context.sync();
    return 'done';
  });
const code = async (run: Promise<unknown>) => (await refusalOf(run)).code;

test('RULE 43 (believed): a sheet says whether its rows are filtered, one without a filter too', async () => {
  const isFiltered = async (sheet: Excel.Worksheet, context: Excel.RequestContext) => {
    const { autoFilter } = sheet;
    autoFilter.load('isDataFiltered');
    await context.sync();
    return autoFilter.isDataFiltered;
  };
  expect(await onFiltered(isFiltered)).toBe(true);
  expect(await onSheet(isFiltered)).toBe(false);
});

test('RULE 43 (believed): rows that a filter hides are among the values', () =>
  onFiltered(async (sheet, context) => {
    const range = sheet.getRange('A2:A4').load('values');
    await context.sync();
    expect(range.values).toEqual([['N1'], ['N2'], ['N3']]);
  }));

test.each<[string, (sheet: Excel.Worksheet) => unknown]>([
  ['values', (sheet) => (sheet.getRange('A2:A4').values = [[1], [2], [3]])],
  ['one value for all', (sheet) => (sheet.getRange('A1:A4').values = 'x' as unknown as unknown[][])],
  ['formulas beside what is filtered', (sheet) => (sheet.getRange('E1:E2').formulas = [['=1'], ['=2']])],
  ['a line', (sheet) => (sheet.getRange('B2:C2').values = [['dry', 1]])],
  ['blanks', (sheet) => sheet.getRange('A1:C4').clear('Contents')],
])('RULE 43 (believed): a block over rows that a filter hides is FilteredRangeConflict: %s', async (_what, work) => {
  expect(await code(writing(work))).toBe('FilteredRangeConflict');
});

test('RULE 43 (believed): single cells, and blocks over rows that show, land where they belong', () =>
  onFiltered(async (sheet, context) => {
    sheet.getRange('A2').values = [['M1']];
    sheet.getRange('A3:B3').values = [['M2', 'dry']];
    sheet.getRange('A6:A9').values = [[1], [2], [3], [4]];
    const range = sheet.getRange('A1:B4').load('values');
    await context.sync();
    expect(range.values).toEqual([
      ['Bed', 'State'],
      ['M1', 'bare'],
      ['M2', 'dry'],
      ['N3', 'bare'],
    ]);
  }));

test('RULE 43 (believed): rows that a person has hidden without a filter are written like any other', () =>
  onSheet(async (sheet, context) => {
    sheet.getRange('A2:A3').rowHidden = true;
    sheet.getRange('A1:A4').values = [[1], [2], [3], [4]];
    const range = sheet.getRange('A1:A4').load('values');
    await context.sync();
    expect(range.values).toEqual([[1], [2], [3], [4]]);
  }));

test('RULE 43 (believed): a filter moves along with rows that are inserted above it, and goes with its rows', () =>
  onFiltered((_, __, id) => {
    const { model } = excel();
    shiftAttachments(model, id, 'row', 0, 2);
    expect(attachmentsOf(model).filters[id]).toEqual({ row: 2, column: 0, rows: 4, columns: 3 });
    shiftAttachments(model, id, 'row', 0, -6);
    expect(attachmentsOf(model).filters[id]).toBeUndefined();
    return Promise.resolve();
  }));

test('RULE 8 (believed): what of the filter is not used here is refused by name', async () => {
  expect(await refusalOf(writing((sheet) => sheet.autoFilter.remove()))).toMatchObject({ code: 'ApiNotFound' });
  expect(await refusalOf(writing((sheet) => sheet.autoFilter.load('enabled')))).toMatchObject({
    code: 'ApiNotFound',
  });
});
