import type { KeptFormula } from './kept-formula.ts';
import { heightOf, meets, type Place } from './span.ts';

/** Formulas that wait to be calculated, those first that read no other. */
export class DueFormulas {
  readonly #levels: Set<KeptFormula>[] = [];
  #lowest = 0;

  /** All of the formula is to be calculated. */
  addAll(formula: KeptFormula): void {
    formula.due = 'all';
    this.#enter(formula);
  }

  /** A formula of which some lines are still due. */
  again(formula: KeptFormula): void {
    this.#enter(formula);
  }

  /** Something changed that the formula reads: of one that goes line by line, only those lines are due. */
  addChanged(formula: KeptFormula, changed: Place): void {
    const { plan, area, due } = formula;
    if (due === 'all' && this.#levels[formula.level]?.has(formula)) return;
    const isRead = ({ sheet, span }: Place) => sheet === changed.sheet && meets(span, changed.span);
    const height = plan?.lines?.height;
    if (!plan || !area || height === undefined || heightOf(area) !== height || plan.wholeReads.some(isRead)) {
      return this.addAll(formula);
    }
    for (const { span } of plan.lineReads.filter(isRead)) {
      const from = Math.max(0, changed.span.startRow - span.startRow);
      const to = Math.min(height - 1, changed.span.endRow - span.startRow);
      const before = formula.due === 'all' ? undefined : formula.due;
      formula.due = [Math.min(from, before?.[0] ?? from), Math.max(to, before?.[1] ?? to)];
    }
    this.#enter(formula);
  }

  /** The next formula, which is no longer waiting. */
  next(): KeptFormula | undefined {
    for (; this.#lowest < this.#levels.length; this.#lowest += 1) {
      for (const formula of this.#levels[this.#lowest] ?? []) {
        this.#levels[this.#lowest]?.delete(formula);
        return formula;
      }
    }
    return undefined;
  }

  #enter(formula: KeptFormula): void {
    const { level } = formula;
    (this.#levels[level] ??= new Set()).add(formula);
    this.#lowest = Math.min(this.#lowest, level);
  }
}
