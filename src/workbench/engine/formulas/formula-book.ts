import type { IFormulaData, IFormulaDataItem } from '@univerjs/engine-formula';
import { keepFormula, resultOf, type KeptFormula, type Written } from './kept-formula.ts';
import { Readers } from './readers.ts';
import { meets, type Place } from './span.ts';

const keyOf = ({ sheet, row, column }: Pick<Written, 'sheet' | 'row' | 'column'>): string =>
  `${sheet}!${row},${column}`;

/** All formulas of a workbook, kept between calculations, and who reads whom. */
export class FormulaBook {
  readonly #formulas = new Map<string, KeptFormula>();
  readonly readers = new Readers<KeptFormula>();
  /** True when formulas, or what they fill, changed since levels were worked out. */
  isOutOfOrder = false;

  all(): Iterable<KeptFormula> {
    return this.#formulas.values();
  }

  at(sheet: string, row: number, column: number): KeptFormula | undefined {
    return this.#formulas.get(keyOf({ sheet, row, column }));
  }

  /** Brings the book up to date; answers what is no more and what is new. */
  compare(data: IFormulaData[string]): {
    readonly gone: readonly KeptFormula[];
    readonly fresh: readonly KeptFormula[];
  } {
    const fresh: KeptFormula[] = [];
    const gone: KeptFormula[] = [];
    const seen = new Set<string>();
    for (const written of writtenIn(data)) {
      const key = keyOf(written);
      seen.add(key);
      const known = this.#formulas.get(key);
      if (known && isSame(known.written, written)) continue;
      if (known) gone.push(known);
      const kept = keepFormula(written);
      this.#formulas.set(key, kept);
      fresh.push(kept);
    }
    for (const [key, formula] of this.#formulas) {
      if (seen.has(key)) continue;
      gone.push(formula);
      this.#formulas.delete(key);
    }
    for (const formula of gone) this.readers.forget(formula);
    if (fresh.length > 0 || gone.length > 0) this.isOutOfOrder = true;
    return { gone, fresh };
  }

  /** Formulas whose result covers one of these cells, or would if it could. */
  *filling({ sheet, span }: Place): Generator<KeptFormula> {
    for (const formula of this.#formulas.values()) {
      if (formula.written.sheet !== sheet) continue;
      const reach = formula.blocked ?? formula.area;
      if (reach ? meets(reach, span) : meets(resultOf(formula).span, span)) yield formula;
    }
  }

  /** Puts formulas in order: each after all that it reads. Of a circle one has to come first. */
  order(): void {
    if (!this.isOutOfOrder) return;
    this.isOutOfOrder = false;
    const after = new Map<KeptFormula, Set<KeptFormula>>();
    const waitsFor = new Map<KeptFormula, number>();
    for (const formula of this.#formulas.values()) {
      const next = new Set<KeptFormula>();
      this.readers.of(resultOf(formula), (reader) => reader !== formula && next.add(reader));
      after.set(formula, next);
      for (const reader of next) waitsFor.set(reader, (waitsFor.get(reader) ?? 0) + 1);
      formula.level = 0;
    }
    const ready = [...this.#formulas.values()].filter((formula) => !waitsFor.has(formula));
    for (let formula = ready.pop(); formula; formula = ready.pop()) {
      for (const reader of after.get(formula) ?? []) {
        reader.level = Math.max(reader.level, formula.level + 1);
        const left = (waitsFor.get(reader) ?? 0) - 1;
        waitsFor.set(reader, left);
        if (left === 0) ready.push(reader);
      }
    }
  }
}

function* writtenIn(data: IFormulaData[string]): Generator<Written> {
  for (const [sheet, rows] of Object.entries(data ?? {})) {
    for (const [row, line] of Object.entries(rows ?? {})) {
      for (const [column, item] of Object.entries((line ?? {}) as Record<string, IFormulaDataItem | null>)) {
        if (item) yield { sheet, row: +row, column: +column, text: item.f, x: item.x ?? 0, y: item.y ?? 0 };
      }
    }
  }
}

const isSame = (a: Written, b: Written): boolean => a.text === b.text && a.x === b.x && a.y === b.y;
