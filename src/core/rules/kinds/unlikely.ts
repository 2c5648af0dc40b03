import type { Rule } from '../../instrument/instrument.ts';
import { allOf, isFilledText } from '../check-terms.ts';
import { conditionFormula, holds } from '../condition.ts';
import type { RuleKind } from './rule-kind.ts';

type Unlikely = Extract<Rule, { kind: 'unlikely' }>;

/** The cell is filled and `when` holds: possible, but worth a second look. */
export const unlikely: RuleKind<Unlikely> = {
  check: ({ field, when }, row) => row.filled(field) && holds(when, row),
  formula: ({ field, when }, terms) => allOf([isFilledText(terms.text(field)), conditionFormula(when, terms)]),
};
