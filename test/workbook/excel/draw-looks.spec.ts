import { excelWorkbook } from '#workbook/excel/excel-workbook.ts';
import { attachmentsOf } from '#workbench/protocol/attachments.ts';
import type { SheetPlan, Validation } from '#core/sheet/sheet-plan.ts';
import { openExcel, type OpenExcel } from '../../kit/excel-client.ts';
import { areaAt, blockAt, planWith } from '../../kit/sheet-plans.ts';

/** What is drawn besides content: help at cells, formats and the printed page. */
describe.each(['web', 'ltsc2021'] as const)('what is drawn in %s', (profile) => {
  let excel: OpenExcel;
  beforeAll(async () => {
    excel = await openExcel({ profile, globals: false });
  });
  afterAll(() => excel.close());

  const draw = async (plan: SheetPlan): Promise<string> => {
    const drawn = await excelWorkbook({ client: excel.Excel }).draw([{ plan }]);
    if (!drawn.ok) throw new Error(JSON.stringify(drawn.failure));
    return drawn.value[0] ?? '';
  };
  const helped = async (name: string, part: Pick<Validation, 'limits' | 'list'>) => {
    const area = areaAt(1, 1, 3, 1);
    const sheet = await draw(
      planWith({
        name,
        validations: [
          {
            area,
            alert: { style: 'warning', title: 'Odd', text: 'Is it?' },
            prompt: { title: 'T', text: 'x' },
            ...part,
          },
        ],
      }),
    );
    return excel.model.looks.validations(sheet, area)[0]?.validation;
  };

  test.each([
    ['whole numbers', { kind: 'integer', min: 1, max: 5 }, 'wholeNumber', '=1', '=5'],
    ['whole numbers from 0 on', { kind: 'integer', min: 0 }, 'wholeNumber', '=0', '=1000000000000'],
    ['any number', { kind: 'decimal' }, 'decimal', '=-1000000000000', '=1000000000000'],
    ['days', { kind: 'date', from: '2009-01-01', until: '2009-12-31' }, 'date', '=39814', '=40178'],
    ['any day', { kind: 'date' }, 'date', '=1', '=2958465'],
  ] as const)('limits of %s warn outside them and never stop', async (name, limits, type, formula1, formula2) => {
    expect(await helped(`Limits ${name}`, { limits })).toMatchObject({
      type,
      operator: 'Between',
      formula1,
      formula2,
      ignoreBlanks: true,
      alert: { show: true, style: 'Warning' },
      prompt: { show: true, message: 'x' },
    });
  });

  test('a prompt alone alerts nobody', async () => {
    expect(await helped('Prompt', {})).toMatchObject({ type: 'custom', alert: { show: false } });
  });

  test('a date lies over the look of an answer and leaves its colours; blank cells of a text block are text', async () => {
    const area = areaAt(0, 0, 2, 1);
    const sheet = await draw(
      planWith({
        name: 'Layers',
        blocks: [blockAt(0, 0, [[null]], true)],
        styles: [
          { area, style: 'input-alternate' },
          { area: areaAt(1, 0, 1, 1), style: 'input-date' },
        ],
      }),
    );
    const formats = excel.model.cells.read(sheet, area).map(([cell]) => cell?.format);
    expect(formats).toEqual(['@', 'dd/mm/yyyy']);
    expect(excel.model.looks.look(sheet, { row: 1, column: 0 }).fill?.toUpperCase()).toBe('#F2F8FD');
  });

  test('a sheet prints on A4, one page wide, with its header on every page', async () => {
    const print = { landscape: true, area: areaAt(0, 0, 40, 9), repeatedRows: { first: 5, last: 6 } };
    const sheet = await draw(planWith({ name: 'Printed', print }));
    expect(attachmentsOf(excel.model).print[sheet]).toEqual({
      orientation: 'Landscape',
      paperSize: 'A4',
      zoom: { horizontalFitToPages: 1 },
      area: print.area,
      titleRows: print.repeatedRows,
    });
  });
});
