import { refusalOf } from '../../../kit/refusal.ts';
import { sharedExcel } from '../../../kit/shared-excel.ts';

const { excel, onSheet } = sharedExcel();

const add = (range: Excel.Range, formula: string, fill: string): Excel.ConditionalFormat => {
  const format = range.conditionalFormats.add('Custom');
  format.custom.rule.formula = formula;
  format.custom.format.fill.color = fill;
  return format;
};
const shownIn = (sheet: string, column: number, rows: number) =>
  Array.from({ length: rows }, (_, row) => excel().model.looks.shownFill(sheet, { row, column })?.toUpperCase());
const [red, green] = ['#FF0000', '#00FF00'];

test('RULE 38 (believed): the formula is relative to the top-left cell of the range', () =>
  onSheet(async (sheet, context) => {
    sheet.getRange('A1:A3').values = [[1], [2], [1]];
    add(sheet.getRange('B1:B3'), '=A1=2', red);
    sheet.load('id');
    await context.sync();
    await excel().quiet();
    expect(shownIn(sheet.id, 1, 3)).toEqual([undefined, red, undefined]);
  }));

test('RULE 38 (believed): a new format has priority 0 and pushes the others down; the first that applies paints', () =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:A2');
    sheet.getRange('Z1:Z2').values = [[1], [2]];
    const first = add(range, '=TRUE', red);
    await context.sync();
    const second = add(range, '=$Z1=2', green);
    second.stopIfTrue = true;
    first.load('priority');
    second.load('priority,stopIfTrue');
    sheet.load('id');
    await context.sync();
    await excel().quiet();
    expect([first.priority, second.priority, second.stopIfTrue]).toEqual([1, 0, true]);
    expect(shownIn(sheet.id, 0, 2)).toEqual([red, green]);
  }));

test('RULE 38 (believed): changing an older format keeps its place and its id', () =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:A2');
    sheet.getRange('Z1:Z2').values = [[1], [2]];
    const [older, newer] = [add(range, '=FALSE', red), add(range, '=$Z1=1', green)];
    older.load('id');
    await context.sync();
    const { id } = older;
    older.custom.rule.formula = '=TRUE';
    await context.sync();
    older.load('priority,id');
    newer.load('priority');
    older.custom.rule.load('formula');
    sheet.load('id');
    await context.sync();
    await excel().quiet();
    expect([older.priority, newer.priority, older.id]).toEqual([1, 0, id]);
    expect(older.custom.rule.formula).toBe('=TRUE');
    expect(shownIn(sheet.id, 0, 2)).toEqual([green, red]);
  }));

test('RULE 38 (believed): clearAll takes the formats out of its range; what is left keeps pointing at the same cells', () =>
  onSheet(async (sheet, context) => {
    sheet.getRange('A1:A4').values = [[1], [0], [0], [1]];
    add(sheet.getRange('B1:B4'), '=A1=1', red);
    await context.sync();
    sheet.getRange('B1:B2').conditionalFormats.clearAll();
    const counts = ['B1:B2', 'B3:B4'].map((address) => sheet.getRange(address).conditionalFormats.getCount());
    sheet.load('id');
    await context.sync();
    await excel().quiet();
    expect(counts.map(({ value }) => value)).toEqual([0, 1]);
    expect(shownIn(sheet.id, 1, 4)).toEqual([undefined, undefined, undefined, red]);
  }));

test('RULE 38 (believed): a formula that is none is InvalidArgument', async () => {
  const refusal = await refusalOf(
    onSheet(async (sheet, context) => {
      add(sheet.getRange('A1'), '=A1=', red);
      await context.sync();
    }),
  );
  expect(refusal).toMatchObject({ code: 'InvalidArgument', location: 'ConditionalFormatRule.formula' });
});

test('Formats are listed and deleted', () =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:A2');
    for (const fill of [red, green]) add(range, '=TRUE', fill);
    const { conditionalFormats } = range.load('conditionalFormats/items/type');
    await context.sync();
    expect(conditionalFormats.items.map(({ type }) => type)).toEqual(['Custom', 'Custom']);
    for (const item of conditionalFormats.items) item.delete();
    const count = conditionalFormats.getCount();
    await context.sync();
    expect(count.value).toBe(0);
  }));

test('RULE 64 (believed): the range of a format that is broken up is no object', () =>
  onSheet(async (sheet, context) => {
    const whole = add(sheet.getRange('A1:B4'), '=A1=2', red);
    const range = whole.getRangeOrNullObject().load('address');
    whole.load('id');
    whole.customOrNullObject.rule.load('formula');
    await context.sync();
    expect(range.address).toMatch(/A1:B4$/);
    expect(whole.customOrNullObject.rule.formula).toBe('=A1=2');
    sheet.getRange('A2').conditionalFormats.clearAll();
    const broken = sheet
      .getRange('A1:B4')
      .conditionalFormats.getItem(whole.id)
      .getRangeOrNullObject()
      .load('address');
    await context.sync();
    expect(broken.isNullObject).toBe(true);
  }));
