import { openModel } from '#workbench/engine/univer-model.ts';
import { attachmentsOf } from '#workbench/protocol/attachments.ts';
import { openExcel } from '../../../kit/excel-client.ts';
import { personAt } from '../../../kit/person.ts';
import type { UniverModel } from '#workbench/engine/univer-model.ts';
import { refusalOf } from '../../../kit/refusal.ts';
import { sharedExcel } from '../../../kit/shared-excel.ts';

const { excel, onSheet } = sharedExcel();
const inWorkbook = <T>(work: (workbook: Excel.Workbook, context: Excel.RequestContext) => Promise<T>) =>
  excel().Excel.run((context) => work(context.workbook, context));

test.each(['', 'no xml', '<a>', '<a></b>', '<a/><b/>', '<a b=c/>', '<a>&</a>', '<a/>text'])(
  'RULE 55 (believed): a custom XML part that is no XML is InvalidArgument: %s',
  async (xml) => {
    const refusal = await refusalOf(inWorkbook(async ({ customXmlParts }) => void customXmlParts.add(xml)));
    expect(refusal.code).toBe('InvalidArgument');
  },
);

test('RULE 55 (believed): a part has an id of its own and is found by its namespace', () =>
  inWorkbook(async ({ customXmlParts }, context) => {
    const xml = '<?xml version="1.0"?><n:note xmlns:n="urn:one"><!-- x --><n:a b="1">&lt;é</n:a></n:note>';
    const part = customXmlParts.add(xml).load('id,namespaceUri');
    await context.sync();
    expect(part).toMatchObject({ id: expect.stringMatching(/^\{[0-9A-F-]{36}\}$/), namespaceUri: 'urn:one' });
    const found = customXmlParts.getByNamespace('urn:one').getOnlyItemOrNullObject().load('id');
    const other = customXmlParts.getByNamespace('urn:two').getOnlyItemOrNullObject().load('id');
    const text = found.getXml();
    await context.sync();
    expect([found.id, text.value, other.isNullObject]).toEqual([part.id, xml, true]);
    found.setXml('<note xmlns="urn:one"/>');
    const after = found.getXml();
    found.delete();
    const gone = customXmlParts.getByNamespace('urn:one').getOnlyItemOrNullObject().load('id');
    await context.sync();
    expect([after.value, gone.isNullObject]).toEqual(['<note xmlns="urn:one"/>', true]);
  }));

test('RULE 55 (believed): off the web a document property is cut at 255 characters, on the web refused', async () => {
  const long = 'x'.repeat(300);
  const add = async (profile: 'web' | 'ltsc2021') => {
    const one = await openExcel({ profile, globals: false });
    try {
      return await one.Excel.run(async (context) => {
        const { custom } = context.workbook.properties;
        custom.add('key', long);
        const item = custom.getItemOrNullObject('KEY').load('value');
        await context.sync();
        return String(item.value).length;
      });
    } finally {
      await one.close();
    }
  };
  expect(await add('ltsc2021')).toBe(255);
  expect((await refusalOf(add('web'))).code).toBe('InvalidArgument');
});

test('A document property is replaced, read and deleted', () =>
  inWorkbook(async ({ properties: { custom } }, context) => {
    custom.add('Owner', 'one');
    custom.add('Owner', 'two');
    const [item, none] = ['Owner', 'Nothing'].map((key) => custom.getItemOrNullObject(key).load('key,value'));
    await context.sync();
    expect([item?.value, none?.isNullObject]).toEqual(['two', true]);
    item?.delete();
    const after = custom.getItemOrNullObject('Owner').load('key');
    await context.sync();
    expect(after.isNullObject).toBe(true);
  }));

const withChart = <T>(
  work: (chart: Excel.Chart, sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> =>
  onSheet(async (sheet, context) => {
    sheet.getRange('A1:B3').values = [['', 'Schools'], ['a', 1], ['b', 2]]; // prettier-ignore
    const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:B3'), 'Columns');
    chart.name = 'Levels';
    chart.title.text = 'Schools by level';
    chart.setPosition('D2', 'H12');
    await context.sync();
    return work(chart, sheet, context);
  });

test('RULE 57 (believed): a chart without values is EmptyChartSeries, a name that is taken ItemAlreadyExists', async () => {
  const empty = onSheet(async (sheet) => void sheet.charts.add('Line', sheet.getRange('A1:B3'), 'Columns'));
  expect((await refusalOf(empty)).code).toBe('EmptyChartSeries');
  const twice = withChart(async (_, sheet) => {
    sheet.charts.add('Line', sheet.getRange('A1:B3')).name = 'Levels';
  });
  expect((await refusalOf(twice)).code).toBe('ItemAlreadyExists');
});

test('A chart is kept with its source, title and place for the page to draw, until it is deleted', () =>
  withChart(async (chart, sheet, context) => {
    sheet.load('id');
    chart.load('name,title/text');
    await context.sync();
    expect([chart.name, chart.title.text]).toEqual(['Levels', 'Schools by level']);
    const kept = () => attachmentsOf(excel().model).charts.filter((one) => one.sheet === sheet.id);
    expect(kept()).toMatchObject([
      {
        type: 'ColumnClustered',
        seriesBy: 'Columns',
        title: 'Schools by level',
        source: { sheet: sheet.id, area: { row: 0, column: 0, rows: 3, columns: 2 } },
        place: { from: { row: 1, column: 3 }, to: { row: 11, column: 7 } },
      },
    ]);
    chart.height = 300;
    chart.setData(sheet.getRange('A1:B2'));
    await context.sync();
    expect(kept()).toMatchObject([{ source: { area: { rows: 2 } }, place: { height: 300 } }]);
    sheet.charts.getItemOrNullObject('Levels').delete();
    sheet.charts.getItemOrNullObject('Levels').delete();
    await context.sync();
    expect(kept()).toEqual([]);
  }));

test('Charts and locks move with inserted and deleted rows', () =>
  withChart(async (_chart, sheet, context) => {
    sheet.getRange('A2:A3').format.protection.locked = false;
    sheet.load('id');
    await context.sync();
    const person = personAt(excel().model as UniverModel);
    const kept = attachmentsOf(excel().model);
    const state = async () => {
      await excel().quiet();
      const chart = kept.charts.find((one) => one.sheet === sheet.id);
      const { area } = kept.locks[sheet.id]?.[0] ?? {};
      return [chart?.source.area.row, chart?.source.area.rows, chart?.place.from?.row, area?.row, area?.rows];
    };
    expect(await state()).toEqual([0, 3, 1, 1, 2]);
    person.insertRows(sheet.id, 0, 2);
    expect(await state()).toEqual([2, 3, 3, 3, 2]);
    person.insertRows(sheet.id, 4, 1);
    expect(await state()).toEqual([2, 4, 3, 3, 3]);
    person.deleteRows(sheet.id, 0, 4);
    expect(await state()).toEqual([0, 2, 0, 0, 2]);
  }));

test('What the engine has no place for is saved with the workbook', async () => {
  const first = await openExcel({ globals: false });
  const snapshot = await first.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('B1').format.protection.locked = false;
    sheet.protection.protect();
    context.workbook.properties.custom.add('Owner', 'one');
    await context.sync();
    return first.model.snapshot();
  });
  await first.close();
  const again = await openExcel({ model: openModel(JSON.parse(JSON.stringify(snapshot))), globals: false });
  try {
    await again.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const item = context.workbook.properties.custom.getItemOrNullObject('Owner').load('value');
      sheet.getRange('B1').values = [[1]];
      await context.sync();
      expect(item.value).toBe('one');
      sheet.getRange('A1').values = [[1]];
      expect((await refusalOf(context.sync())).code).toBe('AccessDenied');
    });
  } finally {
    await again.close();
    again.model.dispose();
  }
});
