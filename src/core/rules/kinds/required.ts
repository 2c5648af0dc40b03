import type { Rule } from '../../instrument/instrument.ts';
import { allOf, isBlankText } from '../check-terms.ts';
import { conditionFormula, holds } from '../condition.ts';
import type { RuleKind } from './rule-kind.ts';

type Required = Extract<Rule, { kind: 'required' }>;

/** The cell is blank (nothing, or only spaces) although `when` holds; without `when` in every started row. */
export const required: RuleKind<Required> = {
  check: ({ field, when }, row) => !row.filled(field) && (when === undefined || holds(when, row)),
  formula: ({ field, when }, terms) => {
    const blank = isBlankText(terms.text(field));
    return when === undefined ? blank : allOf([blank, conditionFormula(when, terms)]);
  },
};
