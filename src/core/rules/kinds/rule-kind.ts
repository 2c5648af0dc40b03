import type { Instrument } from '../../instrument/instrument.ts';
import type { Circumstances } from '../../returns/circumstances.ts';
import type { CheckTerms } from '../check-terms.ts';
import type { Offer, RowInHand } from '../row-in-hand.ts';

/** What stays the same while a return is being filled. */
export interface Surroundings {
  readonly instrument: Pick<Instrument, 'rows' | 'fields' | 'once'>;
  readonly circumstances: Circumstances;
  readonly offer: Offer;
}

/** What formulas are written for: a sheet that stands says nothing of a change in them until it is drawn again. */
export type FormulaCircumstances = Pick<Circumstances, 'yearGroups'>;

/** A return as rules across rows see it: its rows in order, those that count only; what is asked once apart. */
export interface AllInHand {
  readonly rows: readonly RowInHand[];
  readonly once: RowInHand;
}

/** Whether a rule finds something wrong with its cell in a row. */
export type Finds = (row: RowInHand) => boolean;

/**
 * A kind of rule, said twice. Both are asked of started rows only (of what is asked once as soon as anything of the
 * return is filled), and never of a cell that holds an error value. Check and formula agree on every cell that a person
 * can type, with these exceptions, common to all kinds: numbers with more than 15 significant digits or outside 0.0001
 * to 1E+15 (Excel words them in its own way), and the handful of letters that different programs fold to different
 * ones (the Kelvin sign to k, the sharp s). In LibreOffice also truth values, which are the numbers 1 and 0 there; what
 * else differs there stands with `length`, `unique` and `duplicate-row`.
 */
export type RuleKind<R> = Told<R> & (OfRow<R> | OfSurroundings<R> | AcrossRows<R>);

interface Told<R> {
  /**
   * An expression, TRUE in each line where the rule finds something wrong. Elementwise; no OR, AND. `here` is where the
   * rule's field stands, `rows` the table: they differ for fields asked once. `undefined` when nothing on the sheet says it.
   */
  formula(rule: R, here: CheckTerms, rows: CheckTerms, circumstances: FormulaCircumstances): string | undefined;
}

/** Kinds for which the row is enough. */
interface OfRow<R> {
  check(rule: R, row: RowInHand): boolean;
}

/** Kinds that look at what surrounds the return: made ready once, then asked row by row. */
interface OfSurroundings<R> {
  ready(rule: R, surroundings: Surroundings): Finds;
}

/** Kinds that look at other rows: made ready once, then for the rows as they stand, then asked row by row. */
interface AcrossRows<R> {
  across(rule: R, surroundings: Surroundings): (all: AllInHand) => Finds;
}
