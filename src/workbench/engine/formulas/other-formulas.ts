import type { ICellData, IRange } from '@univerjs/core';
import type { IAllRuntimeData, IFormulaDatasetConfig, IOtherFormulaManagerService } from '@univerjs/engine-formula';
import type { FormulaRunner } from './formula-runner.ts';
import type { Written } from './kept-formula.ts';
import { cellsOf, type ToCell } from './result-cells.ts';
import { around, meets, type Place } from './span.ts';

interface Other {
  readonly sheet: string;
  readonly id: string;
  readonly text: string;
  readonly cells: readonly Written[];
}

type Results = Record<string, Record<string, Record<number, Record<number, ICellData[][]>>>>;

/**
 * Formulas that stand in no cell, such as those of data validation. They are few; all of one's cells are calculated
 * when any cell changes that one of them reads.
 */
export class OtherFormulas {
  readonly #unit: string;
  readonly #registered: IOtherFormulaManagerService;
  readonly #runner: FormulaRunner;
  readonly #cellOf: ToCell;
  readonly #reads = new Map<string, readonly Place[]>();
  #marked = new Set<string>();
  #queue: { readonly other: Other; readonly at: number }[] | undefined;
  #results: Results = {};

  constructor(unit: string, registered: IOtherFormulaManagerService, runner: FormulaRunner, cellOf: ToCell) {
    this.#unit = unit;
    this.#registered = registered;
    this.#runner = runner;
    this.#cellOf = cellOf;
  }

  /** Takes up those that are new. */
  mark(config: IFormulaDatasetConfig): void {
    const marked = Object.values(config.dirtyUnitOtherFormulaMap[this.#unit] ?? {});
    this.#marked = new Set(marked.flatMap((formulas) => Object.keys(formulas)));
    if (config.forceCalculate) for (const other of this.#all()) this.#marked.add(other.id);
    this.#queue = undefined;
    this.#results = {};
  }

  /** Calculates the next one; false when none is due. */
  async step(changed: readonly Place[]): Promise<boolean> {
    this.#queue ??= this.#all()
      .filter((other) => this.#marked.has(other.id) || this.#readsAny(other, changed))
      .flatMap((other) => other.cells.map((_, at) => ({ other, at })));
    const next = this.#queue.pop();
    if (!next) return false;
    const { other, at } = next;
    const cell = other.cells[at];
    const plan = cell && this.#runner.plan(cell);
    if (!cell || !plan) return true;
    const value = cellsOf(await this.#runner.run(cell, plan), this.#cellOf);
    const formulas = (this.#results[other.sheet] ??= {});
    ((formulas[other.id] ??= {})[cell.y] ??= {})[cell.x] = value;
    return true;
  }

  results(): IAllRuntimeData['unitOtherData'] {
    return { [this.#unit]: this.#results } as IAllRuntimeData['unitOtherData'];
  }

  #all(): Other[] {
    const sheets = Object.entries(this.#registered.getOtherFormulaData()[this.#unit] ?? {});
    return sheets.flatMap(([sheet, formulas]) =>
      Object.entries(formulas ?? {}).flatMap(([id, item]) =>
        item ? [{ sheet, id, text: item.f, cells: cellsIn(sheet, item.f, item.ranges) }] : [],
      ),
    );
  }

  #readsAny(other: Other, changed: readonly Place[]): boolean {
    const key = `${other.id} ${other.text}`;
    let reads = this.#reads.get(key);
    if (!reads) this.#reads.set(key, (reads = this.#readsOf(other)));
    return changed.some((place) => reads.some(({ sheet, span }) => sheet === place.sheet && meets(span, place.span)));
  }

  /** What the first and the last cell read, and all between. */
  #readsOf({ cells }: Other): Place[] {
    const ends = [cells[0], cells.at(-1)].map((cell) => {
      const plan = cell && this.#runner.plan(cell);
      return [...(plan?.lineReads ?? []), ...(plan?.wholeReads ?? [])];
    });
    return (ends[0] ?? []).map((place, at) => {
      const other = ends[1]?.[at];
      return other ? { ...place, span: around(place.span, other.span) } : place;
    });
  }
}

function cellsIn(sheet: string, text: string, ranges: readonly IRange[]): Written[] {
  const [first] = ranges;
  if (!first) return [];
  const cells: Written[] = [];
  for (const range of ranges) {
    for (let row = range.startRow; row <= range.endRow; row += 1) {
      for (let column = range.startColumn; column <= range.endColumn; column += 1) {
        const [x, y] = [column - first.startColumn, row - first.startRow];
        cells.push({ sheet, row, column, text, x, y });
      }
    }
  }
  return cells;
}
