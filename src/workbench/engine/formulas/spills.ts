import { isNullCell, type ICellData } from '@univerjs/core';
import type { FormulaDataModel } from '@univerjs/engine-formula';
import type { KeptFormula } from './kept-formula.ts';
import type { SheetValues } from './sheet-values.ts';
import { heightOf, meets, widthOf, type Span } from './span.ts';

type Lines = Record<number, Record<number, ICellData> | undefined>;

/** Where spilled results stand for the engine's other parts: what is drawn, saved and read back. */
export class Spills {
  readonly #unit: string;
  readonly #model: FormulaDataModel;

  constructor(unit: string, model: FormulaDataModel) {
    this.#unit = unit;
    this.#model = model;
  }

  set(sheet: string, row: number, column: number, cell: ICellData | undefined): void {
    const cells = sheetPart(this.#model.getArrayFormulaCellData() as Units, this.#unit, sheet) as unknown as Lines;
    if (cell) (cells[row] ??= {})[column] = cell;
    else delete cells[row]?.[column];
  }

  /** Says which cells a formula fills; nothing for a formula that fills its own only. */
  setRange({ written }: KeptFormula, span: Span | undefined): void {
    const ranges = sheetPart(this.#model.getArrayFormulaRange() as Units, this.#unit, written.sheet);
    const line = (ranges[written.row] ??= {}) as Record<number, Span>;
    if (span) line[written.column] = { ...span };
    else delete line[written.column];
  }

  forget(sheet?: string): void {
    for (const all of [this.#model.getArrayFormulaCellData(), this.#model.getArrayFormulaRange()] as Units[]) {
      if (sheet === undefined) all[this.#unit] = {};
      else sheetPart(all, this.#unit, sheet);
      if (sheet !== undefined && all[this.#unit]) (all[this.#unit] as Record<string, object>)[sheet] = {};
    }
  }
}

type Units = Record<string, Record<string, Record<number, object>> | null | undefined>;

function sheetPart(all: Units, unit: string, sheet: string): Record<number, object> {
  const sheets = (all[unit] ??= {});
  return (sheets[sheet] ??= {});
}

/** True where a formula's result has room: the cells hold nothing that is typed, and nothing of another formula. */
export function isFree(values: SheetValues, { written, area }: KeptFormula, span: Span): boolean {
  if (heightOf(span) === 1 && widthOf(span) === 1) return true;
  for (let row = span.startRow; row <= span.endRow; row += 1) {
    for (let column = span.startColumn; column <= span.endColumn; column += 1) {
      if (row === written.row && column === written.column) continue;
      if (!isNullCell(values.stored(written.sheet, row, column))) return false;
      const cell = { startRow: row, endRow: row, startColumn: column, endColumn: column };
      if (values.result(written.sheet, row, column) && !(area && meets(area, cell))) return false;
    }
  }
  return true;
}
