import { excelWorkbook } from '#workbook/excel/excel-workbook.ts';
import { openExcel, type OpenExcel } from '../../kit/excel-client.ts';
import { areaAt, blockAt, planWith } from '../../kit/sheet-plans.ts';

/**
 * Each sync is a journey to Excel: on the web 100 to 300 milliseconds. A small sheet, one of some schools, and one as
 * large as a survey of a whole school.
 */
describe.each([
  { rows: 20, columns: 12 },
  { rows: 600, columns: 37 },
  { rows: 1300, columns: 41 },
])('a sheet of $rows rows by $columns columns', ({ rows, columns }) => {
  const cells = rows * columns;
  const content = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => (column === 0 ? `row number ${row}` : row * column)),
  );
  const plan = planWith({
    name: 'Measured',
    blocks: [blockAt(0, 0, [['Some words in a title']]), blockAt(3, 0, content)],
    styles: [{ area: areaAt(3, 0, 10, columns), style: 'input' }],
    highlights: [{ area: areaAt(3, 0, 10, columns), formula: '=A4=1', style: 'error' }],
    protection: { unlocked: [areaAt(3, 0, rows, columns)] },
  });
  const lists = planWith({
    name: 'Lists',
    visibility: 'hidden',
    blocks: [blockAt(0, 0, [['a list'], ['of words']])],
  });

  let excel: OpenExcel;
  beforeAll(async () => {
    excel = await openExcel({ profile: 'web', globals: false });
  });
  afterAll(async () => {
    await excel.close();
  });

  const syncsOf = async <T>(work: Promise<T>): Promise<{ answer: T; syncs: number }> => {
    excel.requests.length = 0;
    const answer = await work;
    await excel.quiet();
    return { answer, syncs: excel.requests.length };
  };

  test('is surveyed, drawn, read and drawn over within the budget', async () => {
    const workbook = excelWorkbook({ client: excel.Excel });
    const drawn = await syncsOf(workbook.draw([{ plan }, { plan: lists }]));
    expect(drawn.answer).toMatchObject({ ok: true });
    expect(drawn.syncs).toBeLessThanOrEqual(4 + Math.ceil((cells + 3) / 20_000));
    if (!drawn.answer.ok) return;
    const [sheet = ''] = drawn.answer.value;

    const surveyed = await syncsOf(workbook.survey());
    expect(surveyed.syncs).toBeLessThanOrEqual(2);

    const read = await syncsOf(workbook.read(sheet));
    expect(read.answer).toMatchObject({ ok: true });
    expect(read.syncs).toBeLessThanOrEqual(1 + Math.ceil(((rows + 3) * columns) / 50_000));
    if (rows < 100) expect(read.syncs).toBe(1);

    const over = await syncsOf(workbook.draw([{ plan, at: sheet }]));
    expect(over.answer).toEqual({ ok: true, value: [sheet] });
    expect(over.syncs).toBeLessThanOrEqual(4 + Math.ceil((cells + 1) / 20_000));

    const changes = Array.from({ length: 40 }, (_, at) => ({
      sheet,
      cell: { row: 3 + (at % rows), column: 2 },
      value: at,
    }));
    expect((await syncsOf(workbook.apply(changes))).syncs).toBe(2);
  }, 120_000);
});
