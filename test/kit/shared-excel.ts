import { openExcel, type OpenExcel, type OpenExcelOptions } from './excel-client.ts';

/** One Excel for all tests of a file, each on a new sheet of its own. */
export function sharedExcel(options: OpenExcelOptions = {}) {
  let excel: OpenExcel | undefined;
  let sheets = 0;
  beforeAll(async () => {
    excel = await openExcel(options);
  });
  afterAll(() => excel?.close());
  const open = (): OpenExcel => {
    if (!excel) throw new Error('Excel is opened before the first test');
    return excel;
  };
  return {
    excel: open,
    /** Runs a batch with a new sheet. */
    async onSheet<T>(
      work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
      name = `Test ${(sheets += 1)}`,
    ): Promise<T> {
      return open().Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add(name);
        await context.sync();
        return work(sheet, context);
      });
    },
    /** A cell's value, formula and format after `write`. */
    async stored(write: (cell: Excel.Range) => void, before: (cell: Excel.Range) => void = () => undefined) {
      return this.onSheet(async (sheet, context) => {
        const cell = sheet.getRange('A1');
        before(cell);
        write(cell);
        await context.sync();
        cell.load('values,formulas,numberFormat,text');
        await context.sync();
        const [value, formula, format, text] = [cell.values, cell.formulas, cell.numberFormat, cell.text].map(
          (table) => (table as unknown[][])[0]?.[0],
        );
        return { value, formula, format, text };
      });
    },
  };
}
