import type { Rule } from '../../instrument/instrument.ts';
import { allOf, isFilledText } from '../check-terms.ts';
import { conditionFormula, holds } from '../condition.ts';
import type { RuleKind } from './rule-kind.ts';

type NotApplicable = Extract<Rule, { kind: 'not-applicable' }>;

/** The cell is filled although `when` holds: there is nothing to say here. */
export const notApplicable: RuleKind<NotApplicable> = {
  check: ({ field, when }, row) => row.filled(field) && holds(when, row),
  formula: ({ field, when }, here) => allOf([isFilledText(here.text(field)), conditionFormula(when, here)]),
};
