import { openExcel } from '../../../kit/excel-client.ts';
import { refusalOf } from '../../../kit/refusal.ts';
import { sharedExcel } from '../../../kit/shared-excel.ts';

const { excel, onSheet } = sharedExcel();
const valueIn = (sheet: string, row = 0) =>
  excel().model.cells.read(sheet, { row, column: 0, rows: 1, columns: 1 })[0]?.[0]?.value;

test('RULE 9 (recorded in the client): nothing changes before sync, and a run syncs at its end', async () => {
  const id = await onSheet(async (sheet, context) => {
    sheet.load('id');
    await context.sync();
    sheet.getRange('A1').values = [['later']];
    expect(valueIn(sheet.id)).toBeNull();
    return sheet.id;
  });
  expect(valueIn(id)).toBe('later');
});

test('RULE 9 (believed): the first failure stops the batch, earlier actions stay, the error says which action', async () => {
  let id = '';
  const refusal = await refusalOf(
    onSheet(async (sheet, context) => {
      sheet.load('id');
      await context.sync();
      id = sheet.id;
      sheet.getRange('A1').values = [['before']];
      sheet.getRange('A2').values = [['one', 'too many']];
      sheet.getRange('A3').values = [['after']];
      await context.sync();
    }),
  );
  expect([0, 1, 2].map((row) => valueIn(id, row))).toEqual(['before', null, null]);
  expect(refusal).toMatchObject({ code: 'InvalidArgument', location: 'Range.values' });
});

test('RULE 9 (recorded in the client): debugInfo names the statement that failed', async () => {
  const error = await onSheet(async (sheet, context) => {
    sheet.getRange('A1').values = [['fine']];
    sheet.getRange('B1:B2').values = [['wrong']];
    await context.sync();
  }).catch((reason: { debugInfo: { statement: string; errorLocation: string } }) => reason.debugInfo);
  expect(error).toMatchObject({ errorLocation: 'Range.values', statement: expect.stringContaining('.values = ') });
});

test('RULE 10 (believed): loading a property that Excel does not have is InvalidArgument at sync', async () => {
  const refusal = await refusalOf(
    onSheet(async (sheet, context) => {
      sheet.getRange('A1').load('colourOfTheCell');
      await context.sync();
    }),
  );
  expect(refusal.code).toBe('InvalidArgument');
});

test('RULE 11 (believed): an item that is missing is ItemNotFound at sync, or a null object', async () => {
  const refusal = await refusalOf(
    excel().Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Nowhere').load('name');
      await context.sync();
    }),
  );
  expect(refusal).toMatchObject({ code: 'ItemNotFound', location: 'WorksheetCollection.getItem' });
  await excel().Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('Nowhere').load('name');
    const range = sheet.getRange('A1').load('values');
    const used = context.workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject().load('address');
    await context.sync();
    expect([sheet.isNullObject, range.isNullObject, used.isNullObject]).toEqual([true, true, true]);
    // What is called on a null object does nothing.
    sheet.delete();
    await context.sync();
  });
});

test('RULE 11 (believed): sheets are found by id or by name, in any case', () =>
  onSheet(async (sheet, context) => {
    const found = context.workbook.worksheets.getItem('SELF-REVIEW').load('id');
    sheet.load('id');
    await context.sync();
    const again = context.workbook.worksheets.getItem(sheet.id).load('name');
    await context.sync();
    expect([found.id, again.name]).toEqual([sheet.id, 'Self-review']);
  }, 'Self-review'));

test('RULE 60 (believed): in a read-only workbook reads succeed and writes are AccessDenied', async () => {
  const readOnly = await openExcel({ readOnly: true });
  try {
    const work = (write: boolean) =>
      readOnly.Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getActiveWorksheet().getRange('A1').load('values');
        await context.sync();
        if (write) cell.values = [[1]];
      });
    await work(false);
    expect(await refusalOf(work(true))).toMatchObject({ code: 'AccessDenied' });
    expect(readOnly.host.dirty).toBe(false);
  } finally {
    await readOnly.close();
  }
});

test('RULE 60 (believed): a sheet deleted by somebody else is ItemNotFound on any proxy', async () => {
  const refusal = await refusalOf(
    onSheet(async (sheet, context) => {
      const range = sheet.getRange('A1');
      sheet.load('id');
      await context.sync();
      excel().model.sheets.remove(sheet.id);
      range.values = [[1]];
      await context.sync();
    }),
  );
  expect(refusal.code).toBe('ItemNotFound');
});

test('RULE 9 (believed): each action finds what the ones before it have done', () =>
  onSheet(async (sheet, context) => {
    sheet.getRange('A1:B2').values = [[1, 2], [3, 4]]; // prettier-ignore
    sheet.getRange('A3:B3').values = [[5, 6]];
    sheet.getRange('A2:B2').clear('Contents');
    sheet.getRange('A4:B4').values = [['=SUM(A1:A3)', '50%']];
    sheet.getRange('A1:B1').values = [[10, null]];
    const used = sheet.getUsedRangeOrNullObject(true).load('values');
    await context.sync();
    expect(used.values).toEqual([[10, 2], ['', ''], [5, 6], [15, 0.5]]); // prettier-ignore
  }));
