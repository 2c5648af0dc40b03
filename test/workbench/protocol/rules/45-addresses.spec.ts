import { refusalOf } from '../../../kit/refusal.ts';
import { sharedExcel } from '../../../kit/shared-excel.ts';

const { excel, onSheet } = sharedExcel();

test.each([
  ['Plain', 'B2', 'Plain!B2'],
  ['Self-review', 'A1:C3', "'Self-review'!A1:C3"],
  ["School's own", '$A$1', "'School''s own'!A1"],
  ['A1', 'A1', "'A1'!A1"],
  ['2026', 'C:D', "'2026'!C:D"],
  ['Rows', '3:4', 'Rows!3:4'],
])('RULE 45 (believed): addresses come back with the sheet, quoted where needed: %s', (name, address, full) =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange(address).load('address');
    await context.sync();
    expect(range.address).toBe(full);
    const again = sheet.getRange(range.address).load('address');
    await context.sync();
    expect(again.address).toBe(full);
  }, name),
);

test.each(['', 'A0', 'A1:', 'XFE1', 'A1048577', 'Nowhere!A1', 'A1,B2', 'hello'])(
  'RULE 45 (believed): what is no address of the sheet is InvalidArgument: "%s"',
  async (address) => {
    const refusal = await refusalOf(
      onSheet(async (sheet, context) => {
        sheet.getRange(address).load('address');
        await context.sync();
      }),
    );
    expect(refusal.code).toBe('InvalidArgument');
  },
);

test('RULE 45 (believed): address text is cut at 8,192 characters', () =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange(`A1${' '.repeat(8190)}:B2`).load('address');
    await context.sync();
    expect(range.address).toMatch(/!A1$/);
  }));

test('Ranges lead to other ranges', () =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange('B2:C4');
    const ways = [
      range.getCell(1, 1),
      range.getCell(9, 0),
      range.getResizedRange(1, -1),
      range.getOffsetRange(-1, 2),
      range.getRow(2),
      sheet.getCell(4, 5),
      sheet.getRangeByIndexes(1, 1, 2, 3),
    ].map((way) => way.load('address,rowIndex,columnIndex,rowCount,columnCount,cellCount'));
    range.worksheet.load('name');
    sheet.load('name');
    await context.sync();
    const after = (text: string) => text.slice(text.indexOf('!') + 1);
    expect(ways.map(({ address }) => after(address))).toEqual([
      'C3',
      'B11',
      'B2:B5',
      'D1:E3',
      'B4:C4',
      'F5',
      'B2:D3',
    ]);
    expect(ways[2]).toMatchObject({ rowIndex: 1, columnIndex: 1, rowCount: 4, columnCount: 1, cellCount: 4 });
    expect(range.worksheet.name).toBe(sheet.name);
  }));

test('A range outside the sheet is InvalidArgument', async () => {
  const refusal = await refusalOf(
    onSheet(async (sheet, context) => {
      sheet.getRange('A1').getOffsetRange(-1, 0).load('address');
      await context.sync();
    }),
  );
  expect(refusal.code).toBe('InvalidArgument');
});

test('RULE 41 (believed): the used range counts formats unless only values are asked for', () =>
  onSheet(async (sheet, context) => {
    sheet.getRange('B2').values = [['x']];
    sheet.getRange('D4').format.fill.color = '#FF0000';
    const [values, all] = [true, false].map((valuesOnly) =>
      sheet.getUsedRangeOrNullObject(valuesOnly).load('address'),
    );
    await context.sync();
    expect([values?.address, all?.address].map((address) => address?.split('!')[1])).toEqual(['B2', 'B2:D4']);
  }));

test('RULE 46 (believed): a formula has its new value in the same batch as the write', () =>
  onSheet(async (sheet, context) => {
    sheet.getRange('B1').formulas = [['=A1*2']];
    for (const value of [1, 21]) {
      sheet.getRange('A1').values = [[value]];
      const cell = sheet.getRange('B1').load('values');
      await context.sync();
      expect(cell.values).toEqual([[value * 2]]);
    }
  }));

test('RULE 46 (believed): calculation suspended until the next sync leaves the batch with what was there before', () =>
  onSheet(async (sheet, context) => {
    sheet.getRange('A1:B1').formulas = [[1, '=A1*2']];
    await context.sync();
    const cell = sheet.getRange('B1').load('values');
    await context.sync();
    context.workbook.application.suspendApiCalculationUntilNextSync();
    sheet.getRange('A1').values = [[5]];
    await context.sync();
    cell.load('values');
    await context.sync();
    expect(cell.values).toEqual([[10]]);
  }));

test('RULE 40 (believed): the selection is known, and selecting shows the sheet', () =>
  onSheet(async (sheet, context) => {
    sheet.getRange('C3:D5').select();
    const active = context.workbook.getActiveCell().load('address');
    const selected = context.workbook.getSelectedRange().load('address');
    sheet.load('id,name');
    await context.sync();
    expect([active.address, selected.address]).toEqual([`'${sheet.name}'!C3`, `'${sheet.name}'!C3:D5`]);
    expect(excel().model.sheets.active()).toBe(sheet.id);
  }));
