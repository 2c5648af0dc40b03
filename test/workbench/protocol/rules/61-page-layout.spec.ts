import { attachmentsOf, shiftAttachments } from '#workbench/protocol/attachments.ts';
import { refusalOf } from '../../../kit/refusal.ts';
import { sharedExcel } from '../../../kit/shared-excel.ts';

const { excel, onSheet } = sharedExcel();

const setting = (set: (layout: Excel.PageLayout, sheet: Excel.Worksheet) => void) =>
  onSheet(async (sheet, context) => {
    set(sheet.pageLayout, sheet);
    sheet.load('id');
    sheet.pageLayout.load('orientation,paperSize,zoom');
    await context.sync();
    const { orientation, paperSize, zoom } = sheet.pageLayout;
    return { orientation, paperSize, zoom, kept: attachmentsOf(excel().model).print[sheet.id] };
  });
const code = async (run: Promise<unknown>) => (await refusalOf(run)).code;

test('RULE 61 (believed): paper, direction and pages to fit are set and read back', async () => {
  expect(await setting(() => undefined)).toMatchObject({ orientation: 'Portrait', zoom: { scale: 100 } });
  const set = await setting((layout) => {
    layout.orientation = 'Landscape';
    layout.paperSize = 'A4';
    layout.zoom = { horizontalFitToPages: 1 };
  });
  expect(set).toMatchObject({ orientation: 'Landscape', paperSize: 'A4', zoom: { horizontalFitToPages: 1 } });
});

test('RULE 61 (believed): a scale beside pages to fit, or out of 10 to 400, is InvalidArgument', async () => {
  for (const zoom of [
    { scale: 50, horizontalFitToPages: 1 },
    { scale: 9 },
    { scale: 401 },
    { horizontalFitToPages: 0 },
    {},
  ])
    expect(await code(setting((layout) => (layout.zoom = zoom)))).toBe('InvalidArgument');
  expect(await code(setting((layout) => (layout.orientation = 'Sideways' as 'Portrait')))).toBe('InvalidArgument');
});

test('RULE 62 (believed): an area of the sheet is printed, whole rows are repeated on every page', async () => {
  const { kept } = await setting((layout, sheet) => {
    layout.setPrintArea(sheet.getRange('A1:C9'));
    layout.setPrintTitleRows('$6:$7');
  });
  expect(kept).toEqual({ area: { row: 0, column: 0, rows: 9, columns: 3 }, titleRows: { first: 5, last: 6 } });
  expect(await code(setting((layout) => layout.setPrintTitleRows('A1:C1')))).toBe('InvalidArgument');
  expect(await code(setting((layout) => layout.setPrintArea('Nowhere!A1:B2')))).toBe('InvalidArgument');
});

test('RULE 62 (believed): what is printed and repeated follows rows that a person inserts', async () => {
  const { model } = excel();
  const id = await onSheet(async (sheet, context) => {
    sheet.pageLayout.setPrintArea('A1:C9');
    sheet.pageLayout.setPrintTitleRows('$6:$7');
    sheet.load('id');
    await context.sync();
    return sheet.id;
  });
  shiftAttachments(model, id, 'row', 2, 3);
  expect(attachmentsOf(model).print[id]).toEqual({
    area: { row: 0, column: 0, rows: 12, columns: 3 },
    titleRows: { first: 8, last: 9 },
  });
});

test('RULE 63 (believed): a protected sheet keeps its print set-up: AccessDenied', async () => {
  const refused = onSheet(async (sheet, context) => {
    sheet.protection.protect();
    await context.sync();
    sheet.pageLayout.orientation = 'Landscape';
    await context.sync();
  });
  expect(await code(refused)).toBe('AccessDenied');
});

test('RULE 8 (believed): what of the page layout is not used here is refused by name', async () => {
  expect(await refusalOf(setting((layout) => (layout.blackAndWhite = true)))).toMatchObject({ code: 'ApiNotFound' });
});
