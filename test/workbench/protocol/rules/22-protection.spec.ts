import { mayType } from '#workbench/protocol/attachments.ts';
import { openExcel } from '../../../kit/excel-client.ts';
import { refusalOf } from '../../../kit/refusal.ts';
import { sharedExcel } from '../../../kit/shared-excel.ts';

const { excel, onSheet } = sharedExcel();

/** Does something to a protected sheet whose column B is unlocked. */
const onProtected = (
  work: (sheet: Excel.Worksheet) => unknown,
  options: Excel.WorksheetProtectionOptions = {},
): Promise<string> =>
  onSheet(async (sheet, context) => {
    sheet.getRange('B1:B9').format.protection.locked = false;
    sheet.protection.protect(options);
    await context.sync();
    work(sheet);
    await context.sync();
    return 'done';
  });
const code = async (run: Promise<unknown>) => (await refusalOf(run)).code;

test('RULE 22 (believed): on a protected sheet a locked cell is AccessDenied, an unlocked one takes values', async () => {
  expect(await code(onProtected((sheet) => (sheet.getRange('A1').values = [[1]])))).toBe('AccessDenied');
  expect(await code(onProtected((sheet) => (sheet.getRange('A1:B1').formulas = [['=1', 2]])))).toBe('AccessDenied');
  expect(await code(onProtected((sheet) => sheet.getRange('A1').clear('Contents')))).toBe('AccessDenied');
  expect(await onProtected((sheet) => (sheet.getRange('B2').values = [[1]]))).toBe('done');
});

test.each<[string, (sheet: Excel.Worksheet) => unknown]>([
  ['a fill', (sheet) => (sheet.getRange('B1').format.fill.color = '#FF0000')],
  ['a number format', (sheet) => (sheet.getRange('B1').numberFormat = [['0']])],
  ['a column width', (sheet) => (sheet.getRange('B1').format.columnWidth = 90)],
  ['hiding rows', (sheet) => (sheet.getRange('B1').rowHidden = true)],
  ['locking', (sheet) => (sheet.getRange('B1').format.protection.locked = true)],
  [
    'a validation',
    (sheet) => (sheet.getRange('B1').dataValidation.rule = { list: { inCellDropDown: true, source: 'a' } }),
  ],
  ['a conditional format', (sheet) => sheet.getRange('B1').conditionalFormats.add('Custom')],
])('RULE 22 (believed): unlocked cells take values only: %s is AccessDenied', async (_what, work) => {
  expect(await code(onProtected(work))).toBe('AccessDenied');
});

test('RULE 22 (believed): what the options allow is allowed', async () => {
  const formats = { allowFormatCells: true, allowFormatColumns: true, allowFormatRows: true };
  const work = (sheet: Excel.Worksheet) => {
    sheet.getRange('A1').format.fill.color = '#FF0000';
    sheet.getRange('A1').format.columnWidth = 90;
    sheet.getRange('A1').rowHidden = true;
  };
  expect(await onProtected(work, formats)).toBe('done');
});

test('RULE 23 (believed): protect() when protected is AccessDenied', async () => {
  expect(await code(onProtected((sheet) => sheet.protection.protect()))).toBe('AccessDenied');
});

test('RULE 23 (believed): a wrong password is AccessDenied, the right one unprotects', async () => {
  const work = (password?: string) =>
    onSheet(async (sheet, context) => {
      sheet.protection.protect({}, 'secret');
      sheet.protection.unprotect(password);
      sheet.protection.load('protected');
      await context.sync();
      return sheet.protection.protected;
    });
  expect(await code(work('guess'))).toBe('AccessDenied');
  expect(await code(work())).toBe('AccessDenied');
  expect(await work('secret')).toBe(false);
});

test('RULE 23 (believed): unprotect() when unprotected is AccessDenied on the web, nothing in LTSC 2021', async () => {
  expect(
    await code(
      onSheet(async (sheet, context) => {
        sheet.protection.unprotect();
        await context.sync();
      }),
    ),
  ).toBe('AccessDenied');
  const ltsc = await openExcel({ profile: 'ltsc2021' });
  try {
    await ltsc.Excel.run(async (context) => context.workbook.worksheets.getActiveWorksheet().protection.unprotect());
  } finally {
    await ltsc.close();
  }
});

test('RULE 23 (believed): the options are given back', () =>
  onSheet(async (sheet, context) => {
    sheet.protection.protect({ allowSort: true });
    sheet.protection.load('protected,options');
    await context.sync();
    expect(sheet.protection.protected).toBe(true);
    expect(sheet.protection.options).toMatchObject({ allowSort: true, allowFormatCells: false });
  }));

test('A person may type where a cell is unlocked or the sheet is not protected', async () => {
  const { model } = excel();
  const id = await onSheet(async (sheet, context) => {
    sheet.load('id');
    sheet.getRange('B1:C9').format.protection.locked = false;
    sheet.getRange('C3').format.protection.locked = true;
    await context.sync();
    return sheet.id;
  });
  const mayTypeIn = () => [0, 1, 2].map((column) => mayType(model, id, { row: 2, column }));
  expect(mayTypeIn()).toEqual([true, true, true]);
  await excel().Excel.run(async (context) => context.workbook.worksheets.getItem(id).protection.protect());
  expect(mayTypeIn()).toEqual([false, true, false]);
});

test('Whether cells are locked is read back, a mixture as null', () =>
  onSheet(async (sheet, context) => {
    sheet.getRange('A1').format.protection.locked = false;
    const [one, both, other] = ['A1', 'A1:B1', 'B1'].map((address) =>
      sheet.getRange(address).format.protection.load('locked'),
    );
    await context.sync();
    expect([one?.locked, both?.locked, other?.locked]).toEqual([false, null, true]);
  }));
