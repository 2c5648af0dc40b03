import type { Grid } from '#core/cell.ts';
import { excelWorkbook } from '#workbook/excel/excel-workbook.ts';
import type { SheetId, Spot, Workbook } from '#workbook/workbook.ts';
import { openExcel } from '../kit/excel-client.ts';
import { openXlsxBench } from './xlsx-bench.ts';

/** An adapter of the workbook port on a workbook of its own, which has one empty sheet, and what a person can do to it. */
export interface WorkbookBench {
  readonly workbook: Workbook;
  readonly person: Person;
  close(): Promise<void>;
}

/** What happens to a workbook without us: by mouse and keyboard, from A1 of the sheet where cells are named. */
export interface Person {
  /** Cells exactly as given; text is text. */
  types(sheet: SheetId, at: Spot, cells: Grid): Promise<void>;
  types(sheet: SheetId, at: Spot, formula: { readonly formula: string }): Promise<void>;
  renames(sheet: SheetId, name: string): Promise<void>;
  movesToFront(sheet: SheetId): Promise<void>;
  hides(sheet: SheetId): Promise<void>;
  deletes(sheet: SheetId): Promise<void>;
  protects(sheet: SheetId): Promise<void>;
  /** What a cell looks like: its colour, highlights included, where there is a screen; and the drop-down it has. */
  sees(sheet: SheetId, at: Spot): Promise<{ readonly fill: string | undefined; readonly list: string | undefined }>;
}

/** Every adapter that must keep the contract. `live`: formulas are calculated and somebody stands in the workbook. */
export const workbookBenches: readonly {
  readonly name: string;
  readonly live: boolean;
  open(): Promise<WorkbookBench>;
}[] = [
  { name: 'Excel on the web', live: true, open: () => openExcelBench('web') },
  { name: 'Excel LTSC 2021', live: true, open: () => openExcelBench('ltsc2021') },
  { name: 'a file', live: false, open: openXlsxBench },
];

const openExcelBench = async (profile: 'web' | 'ltsc2021'): Promise<WorkbookBench> => {
  const excel = await openExcel({ profile, globals: false });
  const by = (act: (sheets: Excel.WorksheetCollection) => void) =>
    excel.Excel.run(async (context) => {
      act(context.workbook.worksheets);
      await context.sync();
    });
  const { model } = excel;
  const inModel = async (sheet: SheetId): Promise<string> => {
    const name = await excel.Excel.run(async (context) => {
      const found = context.workbook.worksheets.getItem(sheet).load('name');
      await context.sync();
      return found.name;
    });
    return model.sheets.list().find((one) => one.name === name)?.id ?? '';
  };
  return {
    workbook: excelWorkbook({ client: excel.Excel, pause: () => Promise.resolve() }),
    person: {
      types: async (sheet, { row, column }, what) => {
        const isFormula = 'formula' in what;
        const cells = isFormula ? [[what]] : what.map((line) => line.map((value) => ({ value })));
        const area = { row, column, rows: cells.length, columns: cells[0]?.length ?? 0 };
        model.cells.write(await inModel(sheet), area, cells);
        await model.settled();
      },
      renames: (sheet, name) => by((sheets) => (sheets.getItem(sheet).name = name)),
      movesToFront: (sheet) => by((sheets) => (sheets.getItem(sheet).position = 0)),
      hides: (sheet) => by((sheets) => (sheets.getItem(sheet).visibility = 'Hidden')),
      deletes: (sheet) => by((sheets) => sheets.getItem(sheet).delete()),
      protects: (sheet) => by((sheets) => sheets.getItem(sheet).protection.protect()),
      sees: async (sheet, at) => {
        const id = await inModel(sheet);
        await model.settled();
        const validations = model.looks.validations(id, { ...at, rows: 1, columns: 1 });
        return { fill: model.looks.shownFill(id, at), list: validations[0]?.validation.formula1 };
      },
    },
    close: () => excel.close(),
  };
};
