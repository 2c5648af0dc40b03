import type { Rule } from '../../instrument/instrument.ts';
import type { CheckTerms } from '../check-terms.ts';
import type { RowInHand } from '../row-in-hand.ts';
import { length } from './length.ts';
import { oneOf } from './one-of.ts';
import { required } from './required.ts';
import { unlikely } from './unlikely.ts';

/** Whether a rule finds something wrong in a started row. A new kind of rule is added here and in its own file. */
export const finds = (rule: Rule, row: RowInHand): boolean => {
  switch (rule.kind) {
    case 'required':
      return required.check(rule, row);
    case 'one-of':
      return oneOf.check(rule, row);
    case 'length':
      return length.check(rule, row);
    case 'unlikely':
      return unlikely.check(rule, row);
  }
};

/** The same as an elementwise expression over the check sheet. */
export const findsFormula = (rule: Rule, terms: CheckTerms): string => {
  switch (rule.kind) {
    case 'required':
      return required.formula(rule, terms);
    case 'one-of':
      return oneOf.formula(rule, terms);
    case 'length':
      return length.formula(rule, terms);
    case 'unlikely':
      return unlikely.formula(rule, terms);
  }
};
