import type { Rule } from '../../instrument/instrument.ts';
import { allOf, anyOf, isFilledText } from '../check-terms.ts';
import type { RuleKind } from './rule-kind.ts';
import { sameAbove, sameAboveFormula } from './same-above.ts';

type DuplicateRow = Extract<Rule, { kind: 'duplicate-row' }>;

/**
 * A line above holds the same texts in all `fields`, folding case, and not all of them are blank. It stands on the cell
 * of `field`, filled or not. Equal while the texts together have at most 255 characters, a sign between each two
 * included, and none of them is an error; of fixed rows while the lines stand in the instrument's order; in LibreOffice on
 * such texts as `unique` says.
 */
export const duplicateRow: RuleKind<DuplicateRow> = {
  across: ({ fields }) => sameAbove(fields),
  formula: ({ fields }, here) =>
    allOf([anyOf(fields.map((field) => isFilledText(here.text(field)))), sameAboveFormula(fields, here)]),
};
