import type { Rule } from '../../instrument/instrument.ts';
import type { CheckTerms } from '../check-terms.ts';
import { atMost } from './at-most.ts';
import { change } from './change.ts';
import { crossRow } from './cross-row.ts';
import { crossSheet } from './cross-sheet.ts';
import { dateOrder } from './date-order.ts';
import { date } from './date.ts';
import { duplicateRow } from './duplicate-row.ts';
import { expectedRows } from './expected-rows.ts';
import { expectedYear } from './expected-year.ts';
import { length } from './length.ts';
import { notApplicable } from './not-applicable.ts';
import { number } from './number.ts';
import { oneOf } from './one-of.ts';
import { pattern } from './pattern.ts';
import { required } from './required.ts';
import { rowCount } from './row-count.ts';
import type { AllInHand, Finds, FormulaCircumstances, RuleKind, Surroundings } from './rule-kind.ts';
import { share } from './share.ts';
import { sum } from './sum.ts';
import { unique } from './unique.ts';
import { unlikely } from './unlikely.ts';

type Kind = Rule['kind'];

/** Every kind of rule. A new one is added here and in its own file. */
const kinds: { readonly [K in Kind]: RuleKind<Extract<Rule, { kind: K }>> } = {
  required,
  'one-of': oneOf,
  'at-most': atMost,
  number,
  date,
  length,
  pattern,
  unlikely,
  'not-applicable': notApplicable,
  'date-order': dateOrder,
  unique,
  'duplicate-row': duplicateRow,
  'row-count': rowCount,
  sum,
  share,
  'expected-year': expectedYear,
  'expected-rows': expectedRows,
  'cross-row': crossRow,
  'cross-sheet': crossSheet,
  change,
};

// The compiler cannot see that a rule and the entry of its own kind belong together.
const kindOf = (rule: Rule): RuleKind<Rule> => kinds[rule.kind] as RuleKind<Rule>;

/** A rule made ready: asked of each row alone, or anew of all rows whenever one of them has changed. */
export type ReadyRule =
  | { readonly rule: Rule; readonly alone: Finds; readonly across: undefined }
  | { readonly rule: Rule; readonly alone: undefined; readonly across: (all: AllInHand) => Finds };

export const readyRule = (rule: Rule, surroundings: Surroundings): ReadyRule => {
  const kind = kindOf(rule);
  if ('across' in kind) return { rule, alone: undefined, across: kind.across(rule, surroundings) };
  const alone: Finds = 'ready' in kind ? kind.ready(rule, surroundings) : (row) => kind.check(rule, row);
  return { rule, alone, across: undefined };
};

/** The same as an elementwise expression over the check sheet; `undefined` for a rule that has no native form. */
export const findsFormula = (
  rule: Rule,
  here: CheckTerms,
  table: CheckTerms,
  circumstances: FormulaCircumstances,
): string | undefined => kindOf(rule).formula(rule, here, table, circumstances);

/** Whether the sheet itself can say what the rule says; otherwise only the pane, the server and the command line do. */
export const hasNativeForm = ({ kind }: Pick<Rule, 'kind'>): boolean => kind !== 'cross-sheet' && kind !== 'change';
