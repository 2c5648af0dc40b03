import type { CheckTerms } from '../check-terms.ts';
import type { RowInHand } from '../row-in-hand.ts';

/**
 * A kind of rule, said twice. Both are asked of started rows only, and never of a cell that holds an error value.
 * `check` and `formula` agree on every cell that a person can type, with these exceptions, common to all kinds:
 * numbers with more than 15 significant digits or outside 0.0001 to 1E+15 (Excel words them in its own way), and the
 * handful of letters outside ASCII that fold to ASCII ones (the Kelvin sign to k).
 */
export interface RuleKind<R> {
  /** Whether the rule finds something wrong with its cell. */
  check(rule: R, row: RowInHand): boolean;
  /** An expression, TRUE in each line where the rule finds something wrong. Elementwise; no OR, AND, MATCH on text. */
  formula(rule: R, terms: CheckTerms): string;
}
