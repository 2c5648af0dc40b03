import {
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
  type IExecutionOptions,
  type Injector,
  type IRange,
  type IWorkbookData,
  type Univer,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import { FormulaDataModel, ICalculateFormulaService } from '@univerjs/engine-formula';
import type { Area } from '#core/cell.ts';
import { FormulasOfSheet } from './formulas-of-sheet.ts';
import { SparingCalculation } from './formulas/sparing-calculation.ts';

/** The engine's workbook with the few things that every part of the model needs. */
export interface Book {
  readonly univer: Univer;
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly workbook: Workbook;
  /** The engine's sheet; an unknown id is our bug and throws. */
  sheet(id: string): Worksheet;
  /** Runs one of the engine's commands as the model's own doing, not a person's. */
  run(command: string, params: object): void;
  /**
   * Runs a mutation as another participant would: besides, it leaves the person's active sheet and the cell she is
   * typing in alone.
   */
  runQuietly(mutation: string, params: object): void;
  /** True while the model itself is writing. */
  readonly writing: boolean;
}

/** Puts a workbook into an engine that holds none yet. */
export function openBook(univer: Univer, data: Partial<IWorkbookData>): Book {
  const calculation = { useFactory: () => new SparingCalculation(univer.__getInjector()) };
  univer.__getInjector().replace([ICalculateFormulaService, calculation]);
  univer.__getInjector().replace([FormulaDataModel, { useClass: FormulasOfSheet }]);
  const workbook = univer.createUnit<Partial<IWorkbookData>, Workbook>(UniverInstanceType.UNIVER_SHEET, data);
  const injector = univer.__getInjector();
  injector.get(IUniverInstanceService).focusUnit(workbook.getUnitId());
  const commands = injector.get(ICommandService);
  let depth = 0;
  const run = (command: string, params: object, options?: IExecutionOptions) => {
    depth += 1;
    try {
      const done = commands.syncExecuteCommand(command, { unitId: workbook.getUnitId(), ...params }, options);
      if (done === false) throw new Error(`The spreadsheet engine refused ${command}`);
    } finally {
      depth -= 1;
    }
  };
  return {
    univer,
    injector,
    commands,
    workbook,
    sheet(id) {
      const sheet = workbook.getSheetBySheetId(id);
      if (!sheet) throw new Error(`No sheet ${id}`);
      return sheet;
    },
    run: (command, params) => run(command, params),
    runQuietly: (mutation, params) => run(mutation, params, { fromCollab: true }),
    get writing() {
      return depth > 0;
    },
  };
}

/** An area in the engine's terms. */
export function toRange(area: Area): IRange {
  return {
    startRow: area.row,
    startColumn: area.column,
    endRow: area.row + area.rows - 1,
    endColumn: area.column + area.columns - 1,
  };
}

/** One of the engine's ranges as an area; whole rows and columns (NaN ends) are cut at the sheet's size. */
export function toArea(range: IRange, sheet: Worksheet): Area {
  const row = range.startRow || 0;
  const column = range.startColumn || 0;
  const endRow = Number.isNaN(range.endRow) ? sheet.getRowCount() - 1 : range.endRow;
  const endColumn = Number.isNaN(range.endColumn) ? sheet.getColumnCount() - 1 : range.endColumn;
  return { row, column, rows: endRow - row + 1, columns: endColumn - column + 1 };
}

/** The part that two areas share. */
export function overlap(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}
