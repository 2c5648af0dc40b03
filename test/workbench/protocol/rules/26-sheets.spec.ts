import { refusalOf } from '../../../kit/refusal.ts';
import { openExcel } from '../../../kit/excel-client.ts';
import { sharedExcel } from '../../../kit/shared-excel.ts';

const { excel, onSheet } = sharedExcel();
const adding = (name: string) => onSheet(async () => 'added', name);

test('RULE 26 (believed): a name that is taken is ItemAlreadyExists, in any case', async () => {
  await adding('Twice');
  expect(await refusalOf(adding('TWICE'))).toMatchObject({
    code: 'ItemAlreadyExists',
    message: 'A resource with the same name or identifier already exists.',
  });
});

test.each(['a/b', 'a\\b', 'a?', 'a*', 'a:b', '[a]', "'a", "a'", 'History', 'x'.repeat(32)])(
  'RULE 26 (believed): an illegal sheet name is InvalidArgument: %s',
  async (name) => expect((await refusalOf(adding(name))).code).toBe('InvalidArgument'),
);

test('RULE 26 (believed): 31 characters, apostrophes inside and spaces are a name', async () => {
  expect(await adding('x'.repeat(31))).toBe('added');
  expect(await adding("School's own")).toBe('added');
});

test('RULE 26 (believed): renaming obeys the same', () =>
  onSheet(async (sheet, context) => {
    sheet.name = 'Renamed';
    sheet.load('name');
    await context.sync();
    expect(sheet.name).toBe('Renamed');
    const refused = async (name: string) => {
      sheet.name = name;
      return (await refusalOf(context.sync())).code;
    };
    expect([await refused('Sheet1'), await refused('a/b')]).toEqual(['ItemAlreadyExists', 'InvalidArgument']);
  }));

test('RULE 27 (believed): the last visible sheet is neither hidden nor deleted', async () => {
  const single = await openExcel();
  try {
    const refused = (work: (sheet: Excel.Worksheet) => unknown) =>
      refusalOf(single.Excel.run(async (context) => void work(context.workbook.worksheets.getActiveWorksheet())));
    expect((await refused((sheet) => (sheet.visibility = 'Hidden'))).code).toBe('InvalidOperation');
    expect((await refused((sheet) => sheet.delete())).code).toBe('InvalidOperation');
  } finally {
    await single.close();
  }
});

test('RULE 27 (believed): a hidden sheet is not activated, a very hidden one not deleted', () =>
  onSheet(async (sheet, context) => {
    sheet.visibility = 'Hidden';
    await context.sync();
    sheet.activate();
    expect((await refusalOf(context.sync())).code).toBe('InvalidOperation');
    sheet.getRange('A1').select();
    expect((await refusalOf(context.sync())).code).toBe('InvalidOperation');
    sheet.visibility = 'VeryHidden';
    sheet.load('visibility');
    await context.sync();
    expect(sheet.visibility).toBe('VeryHidden');
    sheet.delete();
    expect((await refusalOf(context.sync())).code).toBe('InvalidOperation');
  }));

test('RULE 28 (believed): the id stays over renaming and moving, and formulas follow the name', () =>
  onSheet(async (sheet, context) => {
    const other = context.workbook.worksheets.add('Reader');
    sheet.getRange('A1').values = [[7]];
    sheet.load('id,name');
    await context.sync();
    const cell = other.getRange('A1');
    cell.formulas = [[`='${sheet.name}'!A1`]];
    await context.sync();
    const { id } = sheet;
    sheet.name = 'After all';
    sheet.position = 0;
    cell.load('values,formulas');
    sheet.load('id,position');
    await context.sync();
    expect([sheet.id, sheet.position]).toEqual([id, 0]);
    expect([cell.values, cell.formulas]).toEqual([[[7]], [["='After all'!A1"]]]);
  }));

test('Sheets come as items with what was asked for, and the active one is known', async () => {
  await excel().Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name,items/visibility,items/position');
    const active = context.workbook.worksheets.getActiveWorksheet().load('name');
    await context.sync();
    expect(sheets.items.map(({ position }) => position)).toEqual(sheets.items.map((_, place) => place));
    expect(sheets.items.map(({ name }) => name)).toContain(active.name);
    const first = sheets.items[0];
    first?.load('id');
    await context.sync();
    expect(first?.id).toEqual(expect.any(String));
  });
});

test('Panes are frozen, tabs coloured and grid lines hidden', () =>
  onSheet(async (sheet, context) => {
    sheet.freezePanes.freezeAt(sheet.getRange('A1:B3'));
    sheet.tabColor = '#1a6e54';
    sheet.showGridlines = false;
    sheet.load('id,tabColor');
    await context.sync();
    expect(excel().model.looks.frozen(sheet.id)).toEqual({ rows: 3, columns: 2 });
    expect(sheet.tabColor).toBe('#1A6E54');
    sheet.freezePanes.freezeRows(1);
    await context.sync();
    expect(excel().model.looks.frozen(sheet.id)).toEqual({ rows: 1, columns: 0 });
    sheet.freezePanes.unfreeze();
    await context.sync();
    expect(excel().model.looks.frozen(sheet.id)).toEqual({ rows: 0, columns: 0 });
  }));
