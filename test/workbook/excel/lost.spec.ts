import { excelWorkbook } from '#workbook/excel/excel-workbook.ts';
import type { Workbook } from '#workbook/workbook.ts';
import { openExcel, type OpenExcel } from '../../kit/excel-client.ts';
import { areaAt, blockAt, planWith } from '../../kit/sheet-plans.ts';

/** What a sheet that people worked on does not show any more of its plan. */
describe.each(['web', 'ltsc2021'] as const)('what a sheet lost in %s', (profile) => {
  let excel: OpenExcel;
  let workbook: Workbook;
  beforeEach(async () => {
    excel = await openExcel({ profile, globals: false });
    workbook = excelWorkbook({ client: excel.Excel });
  });
  afterEach(() => excel.close());

  const typed = areaAt(1, 0, 8, 2);
  const prompt = { title: 'Level', text: 'Choose one.' };
  const plan = planWith({
    name: 'Trees',
    blocks: [
      blockAt(0, 0, [['Kind', 'Level', 'Sum']]),
      blockAt(
        1,
        2,
        Array.from({ length: 8 }, (_, row) => [{ formula: `=B${row + 2}*2` }]),
      ),
    ],
    regions: [{ name: 'levels', area: typed, belongsTo: 'person' }],
    hiddenRows: [11],
    validations: [
      {
        area: areaAt(1, 1, 8, 1),
        limits: { kind: 'integer', min: 1, max: 4 },
        alert: { style: 'warning', title: 'Level', text: 'From 1 to 4.' },
        prompt,
      },
      { area: areaAt(1, 0, 8, 1), alert: { style: 'information', title: '', text: '' }, prompt },
    ],
    highlights: [
      { area: typed, formula: "='Trees'!B2=3", style: 'error' },
      { area: typed, formula: '=B2>0', style: 'warning' },
    ],
  });

  const lost = async (at: string) => {
    const found = await workbook.lost([{ plan, at }]);
    if (!found.ok) throw new Error(JSON.stringify(found.failure));
    return Object.fromEntries(found.value.map(({ kind, count }) => [kind, count]));
  };
  const drawn = async (at?: string): Promise<string> => {
    const ids = await workbook.draw([at === undefined ? { plan } : { plan, at }]);
    if (!ids.ok) throw new Error(JSON.stringify(ids.failure));
    return ids.value[0] ?? '';
  };

  test('a sheet as it was drawn has lost nothing, whatever was typed where people type', async () => {
    const at = await drawn();
    excel.model.cells.write(at, areaAt(1, 0, 1, 2), [[{ value: 'an oak' }, { value: 9 }]]);
    expect(await lost(at)).toEqual({});
  });

  test('lost words, formulas, help, colours and hidden rows are counted, and drawing over it mends them all', async () => {
    const at = await drawn();
    excel.model.cells.write(at, areaAt(0, 1, 1, 1), [[{ value: 'My level' }]]);
    excel.model.cells.write(at, areaAt(2, 2, 2, 1), [[{ value: 4 }], [{ value: null }]]);
    excel.model.looks.clearValidation(at, areaAt(3, 0, 2, 2));
    excel.model.looks.setRowsHidden(at, 11, 1, false);
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(at).getRange('B4:B5').conditionalFormats.clearAll();
      await context.sync();
    });
    expect(await lost(at)).toEqual({ words: 1, formulas: 2, help: 2, colours: 2, 'hidden-rows': 1 });
    await drawn(at);
    expect(await lost(at)).toEqual({});
  });

  test('cells of people that are to be text and are not are told by column and mended; what stands in them stays', async () => {
    const answers = blockAt(1, 0, [
      ['007', null, null],
      ['1-2', null, 'oak'],
      ['x', 5, null],
    ]);
    const texts = planWith({
      name: 'Texts',
      blocks: [blockAt(0, 0, [['Badge', 'Note', 'Kind']]), { ...answers, asText: true }],
      regions: [{ name: 'answers', area: answers.area, belongsTo: 'person' }],
    });
    const ids = await workbook.draw([{ plan: texts }]);
    const at = (ids.ok && ids.value[0]) || '';
    const lostHere = async () => workbook.lost([{ plan: texts, at }]);
    expect(await lostHere()).toEqual({ ok: true, value: [] });
    const formats = async (set?: (range: Excel.Range) => void) =>
      excel.Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(at).getRange('A2:C4').load('numberFormat,values');
        set?.(context.workbook.worksheets.getItem(at).getRange('A3:B4'));
        await context.sync();
        return { formats: range.numberFormat as unknown, values: range.values as unknown };
      });
    const before = await formats();
    await formats(
      (range) =>
        void (range.numberFormat = [
          ['General', 'General'],
          ['General', 'General'],
        ]),
    );
    expect(await lostHere()).toEqual({ ok: true, value: [{ kind: 'text-format', count: 2 }] });
    await workbook.draw([{ plan: texts, at }]);
    expect(await lostHere()).toEqual({ ok: true, value: [] });
    expect(await formats()).toEqual(before);
  });

  test('what is not drawn yet is passed over; a sheet that is gone is told', async () => {
    expect(await workbook.lost([{ plan }])).toEqual({ ok: true, value: [] });
    expect(await workbook.lost([{ plan, at: 'nowhere' }])).toEqual({ ok: false, failure: { kind: 'gone' } });
  });
});
