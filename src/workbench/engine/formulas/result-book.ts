import { ObjectMatrix, type ICellData, type Nullable } from '@univerjs/core';
import type { FormulaDataModel } from '@univerjs/engine-formula';
import { anchorOf, resultOf, type KeptFormula } from './kept-formula.ts';
import { isSameCell, spillError } from './result-cells.ts';
import type { SheetValues } from './sheet-values.ts';
import { around, heightOf, widthOf, type Place, type Span } from './span.ts';
import { isFree, Spills } from './spills.ts';

/** What a calculation has written. */
export interface WrittenResults {
  /** Cells that the grid is to be told of, by sheet. */
  readonly cells: Readonly<Record<string, ObjectMatrix<Nullable<ICellData>>>>;
  /** Sheets that are too short for what spilled, with the rows they need. */
  readonly short: ReadonlyMap<string, number>;
}

/** Writes results down, where they stand and where they spill, and tells of every place that is another than before. */
export class ResultBook {
  readonly #values: SheetValues;
  readonly #spills: Spills;
  readonly #note: (place: Place) => void;
  readonly #moved: () => void;
  #written = new Map<string, ObjectMatrix<Nullable<ICellData>>>();
  #short = new Map<string, number>();

  /** `note` is told of changed cells, `moved` when a result fills other cells than before. */
  constructor(
    unit: string,
    model: FormulaDataModel,
    values: SheetValues,
    note: (place: Place) => void,
    moved: () => void,
  ) {
    this.#values = values;
    this.#spills = new Spills(unit, model);
    this.#note = note;
    this.#moved = moved;
  }

  /** Everything written since it was last taken. */
  take(): WrittenResults {
    const taken = { cells: Object.fromEntries(this.#written), short: this.#short };
    this.#written = new Map();
    this.#short = new Map();
    return taken;
  }

  /** Forgets results: of one sheet, or all. */
  forget(sheet?: string): void {
    this.#values.forgetResults(sheet);
    this.#spills.forget(sheet);
  }

  /** Takes the result of a formula that is no more away; answers where it stood. */
  remove(formula: KeptFormula): Place {
    const place = resultOf(formula);
    this.#clear(place.sheet, place.span, () => false);
    this.#spills.setRange(formula, undefined);
    this.#values.changed(place);
    return place;
  }

  /**
   * Writes a result down where it differs from the last one, and wakes those who read it. Of `height` lines the first
   * ones are given, or all.
   */
  fill(formula: KeptFormula, lines: ICellData[][], height: number): void {
    const { sheet, row, column } = formula.written;
    const endColumn = column + (lines[0]?.length ?? 1) - 1;
    const span = { startRow: row, endRow: row + height - 1, startColumn: column, endColumn };
    const free = isFree(this.#values, formula, span);
    const area = free ? span : anchorOf(formula.written);
    if (formula.isRewritten && formula.area) this.#clear(sheet, formula.area, () => false);
    this.#keepArea(formula, area, free ? undefined : span);
    const rows = area.endRow + 1;
    this.#values.reach(sheet, rows);
    if (rows > this.#values.size(sheet)) this.#short.set(sheet, Math.max(rows, this.#short.get(sheet) ?? 0));
    this.write(formula, free ? lines : [[spillError]], row);
  }

  #keepArea(formula: KeptFormula, area: Span, blocked: Span | undefined): void {
    const { sheet } = formula.written;
    const before = formula.area;
    const isSpilled = heightOf(area) > 1 || widthOf(area) > 1;
    formula.area = area;
    formula.blocked = blocked;
    if (before && heightOf(before) === heightOf(area) && widthOf(before) === widthOf(area)) return;
    const isKept = (row: number, column: number) => row <= area.endRow && column <= area.endColumn;
    if (before) {
      this.#clear(sheet, before, isKept);
      this.#note({ sheet, span: before });
    }
    this.#spills.setRange(formula, isSpilled ? area : undefined);
    this.#moved();
  }

  /** Writes some lines of a result, from a row on, where they differ from those before. */
  write(formula: KeptFormula, lines: readonly ICellData[][], firstRow: number): void {
    const { sheet, row: anchorRow, column: anchorColumn } = formula.written;
    const isSpilled = formula.area !== undefined && (heightOf(formula.area) > 1 || widthOf(formula.area) > 1);
    let changed: Span | undefined;
    lines.forEach((line, down) =>
      line.forEach((cell, right) => {
        const [row, column] = [firstRow + down, anchorColumn + right];
        const before = this.#values.result(sheet, row, column);
        if (isSpilled && (formula.isRewritten || !isSameCell(before, cell)))
          this.#spills.set(sheet, row, column, cell);
        if (isSameCell(before, cell)) return;
        this.#values.setResult(sheet, row, column, cell);
        const here = { startRow: row, endRow: row, startColumn: column, endColumn: column };
        changed = changed ? around(changed, here) : here;
      }),
    );
    // The anchor goes along with whatever changed: it makes the grid draw the sheet.
    const anchor = this.#values.result(sheet, anchorRow, anchorColumn);
    if (anchor && (changed || formula.isRewritten)) this.#deliver(sheet, anchorRow, anchorColumn, anchor);
    formula.isRewritten = false;
    if (changed) this.#note({ sheet, span: changed });
  }

  #deliver(sheet: string, row: number, column: number, cell: ICellData): void {
    let matrix = this.#written.get(sheet);
    if (!matrix) this.#written.set(sheet, (matrix = new ObjectMatrix()));
    matrix.setValue(row, column, { ...cell });
  }

  #clear(sheet: string, span: Span, isKept: (row: number, column: number) => boolean): void {
    for (let row = span.startRow; row <= span.endRow; row += 1) {
      for (let column = span.startColumn; column <= span.endColumn; column += 1) {
        if (isKept(row, column)) continue;
        this.#values.setResult(sheet, row, column, undefined);
        this.#spills.set(sheet, row, column, undefined);
      }
    }
  }
}
