import { CellValueType, type ICellData, type Nullable, type Workbook } from '@univerjs/core';
import {
  ArrayValueObject,
  CELL_INVERTED_INDEX_CACHE,
  FORMULA_REF_TO_ARRAY_CACHE,
  NullValueObject,
  RangeReferenceObject,
  StringValueObject,
  type BaseValueObject,
  type IFormulaCurrentConfigService,
} from '@univerjs/engine-formula';
import { found } from './readers.ts';
import { meets, type Place, type Span } from './span.ts';

/** How long a sheet of Excel's is. */
const mostRows = 1_048_576;

interface Kept {
  readonly span: Span;
  readonly key: string;
  readonly array: ArrayValueObject;
}

/**
 * What formulas read: the newest result of each formula, else what stands in the sheet. Whole ranges are kept as the
 * engine's arrays for as long as nothing in them changes, so that what functions remember about an array (see
 * `fast-criteria.ts`) outlives the calculation too.
 */
export class SheetValues {
  readonly #workbook: Workbook;
  readonly #config: IFormulaCurrentConfigService;
  /** By sheet, column and row. */
  readonly #results = new Map<string, Map<number, Map<number, ICellData>>>();
  readonly #kept = new Map<string, Map<string, Kept>>();
  /** How far down formulas reach on a sheet, whatever its size. */
  readonly #reach = new Map<string, number>();
  #isEndless = false;

  constructor(workbook: Workbook, config: IFormulaCurrentConfigService) {
    this.#workbook = workbook;
    this.#config = config;
  }

  /** Lets the engine's functions read through this. A sheet is as long as its formulas reach, as in Excel. */
  present(): void {
    const unit = this.#workbook.getUnitId();
    const all = this.#config.getUnitData();
    const sheets = Object.entries(all[unit] ?? {}).flatMap(([id, sheet]) => {
      if (!sheet) return [];
      const cellData = { getValue: (row: number, column: number) => this.cell(id, row, column) };
      const rows = () => this.rows(id);
      const seen = { ...sheet, cellData: cellData as unknown as typeof sheet.cellData };
      return [[id, Object.defineProperty(seen, 'rowCount', { get: rows })] as const];
    });
    this.#config.registerUnitData({ ...all, [unit]: Object.fromEntries(sheets) });
  }

  /** A formula reads or fills as many rows of a sheet. */
  reach(sheet: string, rows: number): void {
    if (rows < mostRows && rows > this.rows(sheet)) this.#reach.set(sheet, rows);
  }

  /** Does something while sheets are as long as Excel's: to find out how far formulas reach. Reads no cells. */
  asLongAsCanBe<Result>(plan: () => Result): Result {
    this.#isEndless = true;
    try {
      return plan();
    } finally {
      this.#isEndless = false;
    }
  }

  rows(sheet: string): number {
    if (this.#isEndless) return mostRows;
    return Math.max(this.size(sheet), this.#reach.get(sheet) ?? 0);
  }

  /** The sheet's rows, not counting what only formulas reach. */
  size(sheet: string): number {
    return this.#workbook.getSheetBySheetId(sheet)?.getRowCount() ?? 0;
  }

  cell(sheet: string, row: number, column: number): Nullable<ICellData> {
    const stored = this.stored(sheet, row, column);
    const result = this.#results.get(sheet)?.get(column)?.get(row);
    if (!result) return stored;
    return stored?.s === undefined ? result : { ...result, s: stored.s };
  }

  /** What stands in the sheet itself. */
  stored(sheet: string, row: number, column: number): Nullable<ICellData> {
    return this.#workbook.getSheetBySheetId(sheet)?.getCellMatrix().getValue(row, column);
  }

  result(sheet: string, row: number, column: number): ICellData | undefined {
    return this.#results.get(sheet)?.get(column)?.get(row);
  }

  setResult(sheet: string, row: number, column: number, cell: ICellData | undefined): void {
    const columns = found(this.#results, sheet, () => new Map<number, Map<number, ICellData>>());
    const lines = found(columns, column, () => new Map<number, ICellData>());
    if (cell) lines.set(row, cell);
    else lines.delete(row);
  }

  /** Something in these cells changed: arrays over them are made anew when next read. */
  changed({ sheet, span }: Place): void {
    const kept = this.#kept.get(sheet);
    for (const [key, entry] of kept ?? []) if (meets(entry.span, span)) kept?.delete(key);
  }

  /** Hands the engine's functions the arrays of the ranges that a formula reads, and no others. */
  handOver(places: readonly Place[]): void {
    FORMULA_REF_TO_ARRAY_CACHE.clear();
    // An index by value, which the engine fills while it compares and never corrects.
    CELL_INVERTED_INDEX_CACHE.clear();
    for (const place of places) {
      const { key, array } = this.#array(place);
      FORMULA_REF_TO_ARRAY_CACHE.set(key, array);
    }
  }

  /** Forgets the results of one sheet or of all; what stands there is to be read anew. */
  forgetResults(sheet?: string): void {
    if (sheet === undefined) {
      this.#results.clear();
      this.#kept.clear();
      return;
    }
    this.#results.delete(sheet);
    this.#kept.delete(sheet);
  }

  #array({ sheet, span: open }: Place): Kept {
    const endRow = Math.min(open.endRow, this.rows(sheet) - 1);
    const columns = this.#workbook.getSheetBySheetId(sheet)?.getColumnCount() ?? 0;
    const span = { ...open, endRow, endColumn: Math.min(open.endColumn, Math.max(columns - 1, open.startColumn)) };
    const unit = this.#workbook.getUnitId();
    const key = `${unit}_${sheet}_${span.startRow}_${span.endRow}_${span.startColumn}_${span.endColumn}`;
    const kept = found(this.#kept, sheet, () => new Map<string, Kept>());
    return found(kept, key, () => ({ span, key, array: this.#read(sheet, span) }));
  }

  #read(sheet: string, span: Span): ArrayValueObject {
    const reference = new RangeReferenceObject(span, sheet, this.#workbook.getUnitId());
    reference.setUnitStylesData(this.#config.getUnitStylesData());
    const rows: BaseValueObject[][] = [];
    for (let row = span.startRow; row <= span.endRow; row += 1) {
      const line: BaseValueObject[] = [];
      for (let column = span.startColumn; column <= span.endColumn; column += 1) {
        line.push(this.#value(reference, sheet, row, column));
      }
      rows.push(line);
    }
    return ArrayValueObject.create({
      calculateValueList: rows,
      rowCount: rows.length,
      columnCount: span.endColumn - span.startColumn + 1,
      unitId: this.#workbook.getUnitId(),
      sheetId: sheet,
      row: span.startRow,
      column: span.startColumn,
    });
  }

  #value(reference: RangeReferenceObject, sheet: string, row: number, column: number): BaseValueObject {
    const cell = this.cell(sheet, row, column);
    if (!cell) return NullValueObject.create();
    const isEmpty = (cell.v === undefined || cell.v === null || cell.v === '') && !cell.p;
    if (!isEmpty) return reference.getCellValueObject(cell);
    // A formula's empty text is a text, as in Excel; a cell without anything is not.
    const isText = cell.t === CellValueType.STRING && this.result(sheet, row, column) !== undefined;
    return isText ? StringValueObject.create('') : NullValueObject.create();
  }
}
