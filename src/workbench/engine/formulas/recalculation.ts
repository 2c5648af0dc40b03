import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import type {
  BaseValueObject,
  IAllRuntimeData,
  IFormulaDatasetConfig,
  IRuntimeUnitDataType,
} from '@univerjs/engine-formula';
import { DueFormulas } from './due-formulas.ts';
import { FormulaBook } from './formula-book.ts';
import type { FormulaPlan } from './formula-plan.ts';
import { FormulaRunner, type Band, type Still } from './formula-runner.ts';
import type { KeptFormula } from './kept-formula.ts';
import { OtherFormulas } from './other-formulas.ts';
import type { Parts } from './parts.ts';
import { ResultBook } from './result-book.ts';
import { cellsOf, type ToCell } from './result-cells.ts';
import { SheetValues } from './sheet-values.ts';
import { spanOf, type Place, type Span } from './span.ts';
import { atLeastTwo, endOfTurn } from './turn-of-lines.ts';

/** What a calculation hands on: cells to write, results of formulas outside cells, and all cells that changed. */
export interface Outcome {
  readonly unitData: IRuntimeUnitDataType;
  readonly unitOtherData: IAllRuntimeData['unitOtherData'];
  readonly changed: readonly Place[];
  /** Sheets that are too short for what spilled, with the rows they need. */
  readonly short: ReadonlyMap<string, number>;
}
/** A formula that reads itself would go on for ever. */
const mostRuns = 10;
const nameError: ICellData = { v: '#NAME?', t: CellValueType.STRING };
const wholeSheet: Span = { startRow: 0, endRow: Infinity, startColumn: 0, endColumn: Infinity };

/** The formulas of one workbook with their results; calculates, step by step, those that are due. */
export class Recalculation {
  readonly #parts: Parts;
  readonly unit: string;
  readonly #book = new FormulaBook();
  readonly #due = new DueFormulas();
  readonly #results: ResultBook;
  readonly #cellOf: ToCell;
  readonly #others: OtherFormulas;
  readonly values: SheetValues;
  readonly runner: FormulaRunner;
  /** Counts up when sheets or names changed: what formulas read may be other cells then. */
  generation = 0;
  #names = '';
  #changed: Place[] = [];
  #ran: KeptFormula[] = [];
  /** Of formulas of which some lines are calculated: what is the same for the others. */
  readonly #unfinished = new Map<KeptFormula, Still>();

  constructor(parts: Parts) {
    const { workbook, config, model, runtime } = parts;
    this.#parts = parts;
    this.unit = workbook.getUnitId();
    this.values = new SheetValues(workbook, config);
    this.runner = new FormulaRunner({ ...parts, unit: this.unit, values: this.values });
    config.loadDataLite();
    this.values.present();
    const moved = () => void (this.#book.isOutOfOrder = true);
    this.#results = new ResultBook(this.unit, model, this.values, (place) => this.#note(place), moved);
    const stock = runtime as unknown as { _getValueObjectOfRuntimeData(value: Nullable<BaseValueObject>): ICellData };
    this.#cellOf = (value) => stock._getValueObjectOfRuntimeData(value);
    this.#others = new OtherFormulas(this.unit, parts.others, this.runner, this.#cellOf);
  }

  /** Takes up what was edited; `config` is what the engine says of it. */
  begin(config: IFormulaDatasetConfig): void {
    const unit = this.unit;
    this.values.present();
    this.#takeUpNames(config);
    const { gone, fresh } = this.#book.compare(config.formulaData[unit]);
    for (const formula of gone) this.#changed.push(this.#results.remove(formula));
    if (config.forceCalculate) this.#forgetResults();
    for (const sheet of Object.keys(config.clearDependencyTreeCache?.[unit] ?? {})) this.#forgetResults(sheet);
    for (const formula of fresh) this.#plan(formula);
    const edited = config.dirtyRanges
      .filter(({ unitId }) => unitId === unit)
      .map(({ sheetId, range }): Place => ({ sheet: sheetId, span: spanOf(range) }));
    for (const place of edited) this.#takeUpEdit(place);
    this.#book.order();
    for (const formula of this.#book.all()) {
      if (formula.due !== undefined || formula.plan?.isVolatile) this.#due.addAll(formula);
    }
    for (const place of this.#changed) this.#tell(place);
    this.#others.mark(config);
  }

  /** Calculates the next formula, or some lines of it; false when none is due. */
  async step(): Promise<boolean> {
    const formula = this.#due.next();
    if (!formula) return this.#others.step(this.#changed);
    const { written, plan, due } = formula;
    formula.due = undefined;
    if (this.#book.at(written.sheet, written.row, written.column) !== formula) return true;
    if (due === 'all') {
      if (formula.runs === 0) this.#ran.push(formula);
      formula.runs += 1;
      if (formula.runs > mostRuns) return true;
    }
    if (plan?.lines) await this.#runLines(formula, plan, due);
    else {
      this.#parts.ran({ written, lines: 'all' });
      const cells = plan ? cellsOf(await this.runner.run(written, plan), this.#cellOf) : [[nameError]];
      this.#results.fill(formula, cells, cells.length);
    }
    return true;
  }

  /** Calculates some lines; if more are due the formula waits for its next turn. */
  async #runLines(formula: KeptFormula, plan: FormulaPlan, due: KeptFormula['due']): Promise<void> {
    const height = plan.lines?.height ?? 0;
    const [from, to] = atLeastTwo(due === 'all' || due === undefined ? [0, height - 1] : due, height);
    const end = endOfTurn([from, to]);
    const still: Still = this.#unfinished.get(formula) ?? new Map();
    this.#unfinished.delete(formula);
    const band: Band = [from, end];
    this.#parts.ran({ written: formula.written, lines: due === 'all' && end === to ? 'all' : band });
    const cells = cellsOf(await this.runner.run(formula.written, plan, band, still), this.#cellOf);
    if (due === 'all') this.#results.fill(formula, cells, height);
    else this.#results.write(formula, cells, formula.written.row + from);
    if (end === to || formula.blocked) return;
    this.#unfinished.set(formula, still);
    formula.due = [end + 1, to];
    this.#due.again(formula);
  }

  end(): Outcome {
    for (const formula of this.#ran) formula.runs = 0;
    const { cells, short } = this.#results.take();
    const outcome = {
      unitData: { [this.unit]: cells },
      unitOtherData: this.#others.results(),
      changed: this.#changed,
      short,
    };
    this.#ran = [];
    this.#changed = [];
    return outcome;
  }

  /** Sheets that came, went or got another name give formulas another meaning; so do names and tables. */
  #takeUpNames(config: IFormulaDatasetConfig): void {
    const unit = this.unit;
    const isNamed = (map: object | null | undefined | void) => Object.keys(map ?? {}).length > 0;
    const names = JSON.stringify(this.#parts.config.getSheetNameMap()[unit]);
    const isRenamed = isNamed(config.dirtyDefinedNameMap[unit]) || isNamed(config.dirtySuperTableMap?.[unit]);
    if (isRenamed) this.runner.forgetParsed();
    if (names === this.#names && !isRenamed) return;
    this.#names = names;
    this.generation += 1;
    for (const formula of this.#book.all()) {
      const before = isRenamed ? '' : readsOf(formula);
      this.#plan(formula);
      if (readsOf(formula) !== before) formula.due = 'all';
    }
  }

  #plan(formula: KeptFormula): void {
    formula.plan = this.runner.plan(formula.written);
    const { lineReads = [], wholeReads = [] } = formula.plan ?? {};
    this.#book.readers.enter(formula, [...lineReads, ...wholeReads]);
    this.#book.isOutOfOrder = true;
  }

  #forgetResults(sheet?: string): void {
    this.#results.forget(sheet);
    for (const formula of this.#book.all()) {
      if (sheet !== undefined && formula.written.sheet !== sheet) continue;
      Object.assign(formula, { due: 'all', isRewritten: true, area: undefined, blocked: undefined });
    }
    if (sheet !== undefined) this.#changed.push({ sheet, span: wholeSheet });
  }

  /** A cell that was typed over may belong to a result, or stand in the way of one. */
  #takeUpEdit(place: Place): void {
    this.values.changed(place);
    this.#changed.push(place);
    for (const formula of this.#book.filling(place)) {
      formula.due = 'all';
      formula.isRewritten = true;
    }
  }

  #note(place: Place): void {
    this.values.changed(place);
    this.#changed.push(place);
    this.#tell(place);
  }

  #tell(place: Place): void {
    this.#book.readers.of(place, (formula) => this.#due.addChanged(formula, place));
  }
}

const readsOf = ({ plan }: KeptFormula): string =>
  JSON.stringify([...(plan?.lineReads ?? []), ...(plan?.wholeReads ?? [])]);
