import { refusalOf } from '../../kit/refusal.ts';
import { sharedExcel } from '../../kit/shared-excel.ts';

const { excel, onSheet } = sharedExcel();

test('Formats are read as they were set', () =>
  onSheet(async (sheet, context) => {
    const { format } = sheet.getRange('B2:C3');
    format.fill.color = '#ddeeff';
    Object.assign(format.font, { bold: true, italic: true, color: '#0b4f71', size: 14 });
    Object.assign(format, {
      wrapText: true,
      verticalAlignment: 'Top',
      horizontalAlignment: 'Center',
      columnWidth: 90,
    });
    format.load(
      'wrapText,verticalAlignment,horizontalAlignment,columnWidth,fill/color,font/bold,font/italic,font/color,font/size',
    );
    await context.sync();
    expect(format).toMatchObject({
      ...{ wrapText: true, verticalAlignment: 'Top', horizontalAlignment: 'Center', columnWidth: 90 },
      fill: { color: '#DDEEFF' },
      font: { bold: true, italic: true, color: '#0B4F71', size: 14 },
    });
  }));

test('Rows are hidden and shown', () =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange('A2:A3');
    range.rowHidden = true;
    const around = sheet.getRange('A1:A3');
    range.load('rowHidden');
    around.load('rowHidden');
    await context.sync();
    expect([range.rowHidden, around.rowHidden]).toEqual([true, null]);
  }));

const edges = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;
const draw = (which: readonly (typeof edges)[number][]) =>
  onSheet(async (sheet, context) => {
    for (const edge of which) {
      const border = sheet.getRange('B2:C3').format.borders.getItem(edge);
      border.style = 'Continuous';
      border.color = '#B4BFC9';
    }
    sheet.load('id');
    await context.sync();
    return excel().model.looks.look(sheet.id, { row: 2, column: 2 }).border;
  });

test('Lines around and between all cells are drawn', async () => {
  expect(await draw(edges)).toEqual({ colour: '#B4BFC9' });
});

test('Lines on some edges only are not supported, and said so', async () => {
  expect(await refusalOf(draw(['EdgeTop']))).toMatchObject({ code: 'ApiNotFound' });
});

test.each(['red', '#FFF', 7])('A colour that is none of #RRGGBB is InvalidArgument: %s', async (colour) => {
  const refusal = await refusalOf(
    onSheet(async (sheet) => {
      sheet.getRange('A1').format.fill.color = colour as string;
    }),
  );
  expect(refusal).toMatchObject({ code: 'InvalidArgument', location: 'RangeFill.color' });
});

test('Clearing takes the contents, the formats or both', () =>
  onSheet(async (sheet, context) => {
    const cells = ['A1', 'A2', 'A3'].map((address) => sheet.getRange(address));
    for (const cell of cells) {
      cell.values = [[1]];
      cell.numberFormat = [['0%']];
    }
    (['Contents', 'Formats', 'All'] as const).forEach((what, place) => cells[place]?.clear(what));
    for (const cell of cells) cell.load('values,numberFormat');
    await context.sync();
    expect(cells.map(({ values, numberFormat }) => [values[0]?.[0], numberFormat[0]?.[0]])).toEqual([
      ['', '0%'],
      [1, 'General'],
      ['', 'General'],
    ]);
  }));

test('Number formats are set cell by cell, null leaves a cell its format', () =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:C2');
    range.numberFormat = [['0', '0', '@'], ['0', '0', '@']]; // prettier-ignore
    await context.sync();
    range.numberFormat = [[null, '0%', 'General'], ['0.0', null, '@']] as string[][]; // prettier-ignore
    range.load('numberFormat');
    await context.sync();
    expect(range.numberFormat).toEqual([['0', '0%', 'General'], ['0.0', '0', '@']]); // prettier-ignore
  }));
