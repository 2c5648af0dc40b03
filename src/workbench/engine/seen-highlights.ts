import { ObjectMatrix, type IRange } from '@univerjs/core';
import {
  FormulaResultStatus,
  type ArrayValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
  type RegisterOtherFormulaService,
} from '@univerjs/engine-formula';
import {
  ConditionalFormattingFormulaService,
  type ConditionalFormattingRuleModel,
  type IConditionFormattingRule,
} from '@univerjs/sheets-conditional-formatting';
import type { FormulaPlan } from './formulas/formula-plan.ts';
import type { Written } from './formulas/kept-formula.ts';
import type { Place } from './formulas/span.ts';
import type { SparingCalculation } from './formulas/sparing-calculation.ts';
import { formulaOf } from './highlights.ts';
import { SeenAnswers, type SeenAnswer } from './seen-answers.ts';

type Answer = ReturnType<ConditionalFormattingFormulaService['getFormulaResultWithCoords']>;
type Matrix = ReturnType<ConditionalFormattingFormulaService['getFormulaMatrix']>;

/** A highlight's formula where it stands first, and what it said so far. */
interface Seen {
  readonly rule: IConditionFormattingRule;
  readonly first: Written;
  readonly plan: FormulaPlan;
  readonly answers: SeenAnswers;
}

/**
 * Works out a highlight's formula for the cells that are looked at, when they are looked at. The engine's own way
 * enters one formula for every cell of the highlight into each calculation: two highlights over 1,500 rows × 40
 * columns would be 120,000 formulas. Where a calculation changed anything that a highlight reads, it is drawn anew.
 */
export class SeenHighlights extends ConditionalFormattingFormulaService {
  readonly #rules: ConditionalFormattingRuleModel;
  readonly #calculation: SparingCalculation;
  readonly #seen = new Map<string, Seen>();
  #generation = 0;

  constructor(
    registered: RegisterOtherFormulaService,
    rules: ConditionalFormattingRuleModel,
    calculation: SparingCalculation,
  ) {
    super(registered, rules);
    this.#rules = rules;
    this.#calculation = calculation;
    calculation.onChanged((changed) => this.#redraw(changed));
  }

  override registerFormulaWithRange(
    unit: string,
    sheet: string,
    cfId: string,
    text: string,
    ranges?: IRange[],
  ): void {
    if (!this.#ruleOf(unit, sheet, cfId)) super.registerFormulaWithRange(unit, sheet, cfId, text, ranges);
  }

  override getFormulaResultWithCoords(
    unit: string,
    sheet: string,
    cfId: string,
    text: string,
    row = 0,
    column = 0,
  ): Answer {
    const rule = this.#ruleOf(unit, sheet, cfId);
    if (!rule) return super.getFormulaResultWithCoords(unit, sheet, cfId, text, row, column);
    const seen = this.#see(sheet, rule, text);
    if (!seen) return { status: FormulaResultStatus.SUCCESS, result: false };
    const { first, plan, answers } = seen;
    const here = { ...first, row: first.row + row, column: first.column + column, x: column, y: row };
    const work = () => plainOf(this.#calculation.kept().runner.value(here, plan));
    return {
      status: FormulaResultStatus.SUCCESS,
      result: plan.isVolatile ? work() : answers.at(row, column, work),
    };
  }

  override getFormulaMatrix(unit: string, sheet: string, cfId: string, text: string): Matrix {
    if (!this.#ruleOf(unit, sheet, cfId)) return super.getFormulaMatrix(unit, sheet, cfId, text);
    return { status: FormulaResultStatus.SUCCESS, result: new ObjectMatrix() };
  }

  /** A highlight by a formula; other kinds of rule stay with the engine. */
  #ruleOf(unit: string, sheet: string, cfId: string): IConditionFormattingRule | undefined {
    const rule = this.#rules.getRule(unit, sheet, cfId);
    return rule && formulaOf(rule) !== undefined ? rule : undefined;
  }

  #see(sheet: string, rule: IConditionFormattingRule, text: string): Seen | undefined {
    const known = this.#seen.get(rule.cfId);
    if (known?.rule === rule && known.first.text === text) return known;
    const rows = rule.ranges.map((range) => range.startRow);
    const columns = rule.ranges.map((range) => range.startColumn);
    const first = { sheet, row: Math.min(...rows), column: Math.min(...columns), text, x: 0, y: 0 };
    const { runner } = this.#calculation.kept();
    const plan = runner.plan(first);
    if (!plan) return undefined;
    const y = Math.max(...rule.ranges.map((range) => range.endRow)) - first.row;
    const x = Math.max(...rule.ranges.map((range) => range.endColumn)) - first.column;
    const last = readsOf(runner.plan({ ...first, row: first.row + y, column: first.column + x, x, y }));
    const reads = readsOf(plan).map(({ sheet: read, span }, at) => ({
      sheet: read,
      first: span,
      last: last[at]?.span ?? span,
    }));
    const seen = { rule, first, plan, answers: new SeenAnswers(reads, y, x) };
    this.#seen.set(rule.cfId, seen);
    return seen;
  }

  #redraw(changed: readonly Place[]): void {
    const told = (this as unknown as { _result$: { next(result: object): void } })._result$;
    const { unit, generation } = this.#calculation.kept();
    const isRenamed = generation !== this.#generation;
    this.#generation = generation;
    for (const [cfId, { rule, first, answers }] of this.#seen) {
      const isTouched = answers.forget(changed);
      if (isRenamed || this.#rules.getRule(unit, first.sheet, cfId) !== rule) this.#seen.delete(cfId);
      if (isRenamed || isTouched) told.next({ unitId: unit, subUnitId: first.sheet, cfId, isAllFinished: true });
    }
  }
}

const readsOf = (plan: FormulaPlan | undefined): readonly Place[] => [
  ...(plan?.lineReads ?? []),
  ...(plan?.wholeReads ?? []),
];

function plainOf(value: FunctionVariantType): SeenAnswer {
  const isMany = value.isReferenceObject() || value.isArray();
  const single = isMany
    ? (value as BaseReferenceObject | ArrayValueObject).getFirstCell()
    : (value as BaseValueObject);
  return single.isNull() ? false : (single.getValue() as SeenAnswer);
}
