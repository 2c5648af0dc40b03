import { CellValueType, ObjectMatrix, type ICellData, type Nullable, type Workbook } from '@univerjs/core';
import type {
  AstTreeBuilder,
  IAllRuntimeData,
  BaseValueObject,
  FormulaDataModel,
  IFormulaCurrentConfigService,
  IFormulaDatasetConfig,
  IFormulaRuntimeService,
  Interpreter,
  IOtherFormulaManagerService,
  IRuntimeUnitDataType,
  Lexer,
} from '@univerjs/engine-formula';
import { DueFormulas } from './due-formulas.ts';
import { FormulaBook } from './formula-book.ts';
import type { FormulaPlan } from './formula-plan.ts';
import { FormulaRunner, type Band, type Still } from './formula-runner.ts';
import { anchorOf, resultOf, type KeptFormula, type Written } from './kept-formula.ts';
import { OtherFormulas } from './other-formulas.ts';
import { cellsOf, isSameCell, spillError, type ToCell } from './result-cells.ts';
import { SheetValues } from './sheet-values.ts';
import { around, heightOf, spanOf, widthOf, type Place, type Span } from './span.ts';
import { isFree, Spills } from './spills.ts';

export interface Run {
  readonly written: Written;
  readonly lines: Band | 'all';
}

export interface Parts {
  readonly workbook: Workbook;
  readonly config: IFormulaCurrentConfigService;
  readonly runtime: IFormulaRuntimeService;
  readonly lexer: Lexer;
  readonly parser: AstTreeBuilder;
  readonly interpreter: Interpreter;
  readonly model: FormulaDataModel;
  readonly others: IOtherFormulaManagerService;
  readonly ran: (run: Run) => void;
}

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
/** A formula that goes line by line is calculated for two lines at least: it works on columns as ever. */
const fewestLines = 2;
/** And for so many at most at a time, so that the page can do something in between. */
const mostLines = 200;
const nameError: ICellData = { v: '#NAME?', t: CellValueType.STRING };
const wholeSheet: Span = { startRow: 0, endRow: Infinity, startColumn: 0, endColumn: Infinity };

/** The formulas of one workbook with their results; calculates, step by step, those that are due. */
export class Recalculation {
  readonly #parts: Parts;
  readonly unit: string;
  readonly #book = new FormulaBook();
  readonly #due = new DueFormulas();
  readonly #spills: Spills;
  readonly #cellOf: ToCell;
  readonly #others: OtherFormulas;
  readonly values: SheetValues;
  readonly runner: FormulaRunner;
  /** Counts up when sheets or names changed: what formulas read may be other cells then. */
  generation = 0;
  #names = '';
  #changed: Place[] = [];
  #written = new Map<string, ObjectMatrix<Nullable<ICellData>>>();
  #ran: KeptFormula[] = [];
  #short = new Map<string, number>();
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
    this.#spills = new Spills(this.unit, model);
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
    for (const formula of gone) this.#remove(formula);
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
      this.#fill(formula, cells, cells.length);
    }
    return true;
  }

  /** Calculates some lines; if more are due the formula waits for its next turn. */
  async #runLines(formula: KeptFormula, plan: FormulaPlan, due: KeptFormula['due']): Promise<void> {
    const height = plan.lines?.height ?? 0;
    const [from, to] = bandOf(due === 'all' || due === undefined ? [0, height - 1] : due, height);
    const end = to - from >= mostLines + fewestLines ? from + mostLines - 1 : to;
    const still: Still = this.#unfinished.get(formula) ?? new Map();
    this.#unfinished.delete(formula);
    const band: Band = [from, end];
    this.#parts.ran({ written: formula.written, lines: due === 'all' && end === to ? 'all' : band });
    const cells = cellsOf(await this.runner.run(formula.written, plan, band, still), this.#cellOf);
    if (due === 'all') this.#fill(formula, cells, height);
    else this.#write(formula, cells, formula.written.row + from);
    if (end === to || formula.blocked) return;
    this.#unfinished.set(formula, still);
    formula.due = [end + 1, to];
    this.#due.again(formula);
  }

  end(): Outcome {
    for (const formula of this.#ran) formula.runs = 0;
    const sheets = Object.fromEntries(this.#written);
    const outcome = {
      unitData: { [this.unit]: sheets },
      unitOtherData: this.#others.results(),
      changed: this.#changed,
      short: this.#short,
    };
    this.#ran = [];
    this.#short = new Map();
    this.#changed = [];
    this.#written = new Map();
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
    this.values.forgetResults(sheet);
    this.#spills.forget(sheet);
    for (const formula of this.#book.all()) {
      if (sheet !== undefined && formula.written.sheet !== sheet) continue;
      Object.assign(formula, { due: 'all', isRewritten: true, area: undefined, blocked: undefined });
    }
    if (sheet !== undefined) this.#changed.push({ sheet, span: wholeSheet });
  }

  #remove(formula: KeptFormula): void {
    const { sheet, span } = resultOf(formula);
    this.#clear(sheet, span, () => false);
    this.#spills.setRange(formula, undefined);
    this.values.changed({ sheet, span });
    this.#changed.push({ sheet, span });
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

  /**
   * Writes a result down where it differs from the last one, and wakes those who read it. Of `height` lines the first
   * ones are given, or all.
   */
  #fill(formula: KeptFormula, lines: ICellData[][], height: number): void {
    const { sheet, row, column } = formula.written;
    const endColumn = column + (lines[0]?.length ?? 1) - 1;
    const span = { startRow: row, endRow: row + height - 1, startColumn: column, endColumn };
    const free = isFree(this.values, formula, span);
    const area = free ? span : anchorOf(formula.written);
    if (formula.isRewritten && formula.area) this.#clear(sheet, formula.area, () => false);
    this.#keepArea(formula, area, free ? undefined : span);
    const rows = area.endRow + 1;
    this.values.reach(sheet, rows);
    if (rows > this.values.size(sheet)) this.#short.set(sheet, Math.max(rows, this.#short.get(sheet) ?? 0));
    this.#write(formula, free ? lines : [[spillError]], row);
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
    this.#book.isOutOfOrder = true;
  }

  #write(formula: KeptFormula, lines: readonly ICellData[][], firstRow: number): void {
    const { sheet, row: anchorRow, column: anchorColumn } = formula.written;
    const isSpilled = formula.area !== undefined && (heightOf(formula.area) > 1 || widthOf(formula.area) > 1);
    let changed: Span | undefined;
    lines.forEach((line, down) =>
      line.forEach((cell, right) => {
        const [row, column] = [firstRow + down, anchorColumn + right];
        const before = this.values.result(sheet, row, column);
        if (isSpilled && (formula.isRewritten || !isSameCell(before, cell)))
          this.#spills.set(sheet, row, column, cell);
        if (isSameCell(before, cell)) return;
        this.values.setResult(sheet, row, column, cell);
        const here = { startRow: row, endRow: row, startColumn: column, endColumn: column };
        changed = changed ? around(changed, here) : here;
      }),
    );
    // The anchor goes along with whatever changed: it makes the grid draw the sheet.
    const anchor = this.values.result(sheet, anchorRow, anchorColumn);
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
        this.values.setResult(sheet, row, column, undefined);
        this.#spills.set(sheet, row, column, undefined);
      }
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

/** Some lines more where too few are due. */
function bandOf([from, to]: Band, height: number): Band {
  if (to - from + 1 >= fewestLines) return [from, to];
  return from > 0 ? [from - 1, to] : [from, Math.min(height - 1, to + 1)];
}
