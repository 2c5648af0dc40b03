import type { Rule } from '../../instrument/instrument.ts';
import { allOf, isFilledText } from '../check-terms.ts';
import type { RuleKind } from './rule-kind.ts';
import { sameAbove, sameAboveFormula } from './same-above.ts';

type Unique = Extract<Rule, { kind: 'unique' }>;

/**
 * The cell is filled and a line above holds the same text, folding case. Equal on texts of at most 255 characters, the
 * most that Excel searches for; of fixed rows while the lines stand in the instrument's order, which the check goes by; in
 * LibreOffice on texts without control characters (tabs, line breaks), which it passes over when it compares, and with
 * accents and letters as one sign, since it takes an e with a combining accent for the é of one sign.
 */
export const unique: RuleKind<Unique> = {
  across: ({ field }) => sameAbove([field]),
  formula: ({ field }, here) => allOf([isFilledText(here.text(field)), sameAboveFormula([field], here)]),
};
