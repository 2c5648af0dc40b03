import { openExcel, type OpenExcel } from '../../../kit/excel-client.ts';
import { refusalOf } from '../../../kit/refusal.ts';

const inExcel = async <T>(profile: 'web' | 'ltsc2021', work: (excel: OpenExcel) => Promise<T>): Promise<T> => {
  const excel = await openExcel({ profile });
  try {
    return await work(excel);
  } finally {
    await excel.close();
  }
};

const long = 'x'.repeat(30_000);
const write = ({ Excel }: OpenExcel, rows: number) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, 0, rows, 1);
    range.values = Array.from({ length: rows }, () => [long]);
    await context.sync();
  });
const read = ({ Excel }: OpenExcel, rows: number) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, 0, rows, 1).load('values');
    await context.sync();
    return range.values.length;
  });

test('RULE 20 (believed): on the web a request of more than 5 MB is refused whole, in desktop Excel not', async () => {
  await inExcel('web', async (excel) => {
    await write(excel, 150);
    expect((await refusalOf(write(excel, 200))).code).toBe('RequestPayloadSizeLimitExceeded');
    expect(excel.requests.filter(({ error }) => error)).toHaveLength(1);
  });
  await inExcel('ltsc2021', async (excel) => write(excel, 200));
});

test('RULE 20 (believed): on the web an answer of more than 5 MB is refused', async () => {
  await inExcel('web', async (excel) => {
    for (const _ of [1, 2]) await write(excel, 150);
    await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRangeByIndexes(150, 0, 50, 1).values = Array.from({ length: 50 }, () => [long]);
    });
    expect((await refusalOf(read(excel, 200))).code).toBe('ResponsePayloadSizeLimitExceeded');
    expect(await read(excel, 100)).toBe(100);
  });
});

test('RULE 21 (believed): while a cell is being edited every batch is refused, reads too', () =>
  inExcel('web', async (excel) => {
    excel.host.setEditing(true);
    expect((await refusalOf(read(excel, 1))).code).toBe('InvalidOperationInCellEditMode');
    expect((await refusalOf(write(excel, 1))).code).toBe('InvalidOperationInCellEditMode');
    excel.host.setEditing(false);
    expect(await read(excel, 1)).toBe(1);
  }));

test.each(['web', 'ltsc2021'] as const)(
  'RULE 21 (believed): with delayForCellEdit the batch waits until the edit ends: %s',
  (profile) =>
    inExcel(profile, async ({ Excel, host, model }) => {
      host.setEditing(true);
      const run = Excel.run({ delayForCellEdit: true }, async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['waited']];
        await context.sync();
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
      const value = () =>
        model.cells.read(model.sheets.active(), { row: 0, column: 0, rows: 1, columns: 1 })[0]?.[0]?.value;
      expect(value()).toBeNull();
      host.setEditing(false);
      await run;
      expect(value()).toBe('waited');
    }),
);
