import type { FieldId } from '../ids.ts';

/**
 * What a measure counts: numbers of one return that add up over returns. A measure compiles to a table of figures, a
 * figure is an expression over sums, and a sum is evaluated in three ways: over the rows of a return in TypeScript, as
 * COUNTIFS or SUMIFS in a live sheet, and by adding the tallies of many returns.
 * - `count`: started rows that meet all criteria.
 * - `total`, `squares`: the values (of choices on a scale, or numbers) of `field` in those rows, added; squared first.
 * - `asked`: the fixed rows that a return is asked for, of one group or all, answered or not.
 * - `once`: the number in a field asked once; 0 where there is none.
 * - `given`: 1 where a return says the number of at least one of some fields asked once; else 0.
 * - `told`, `shows`: 1 where a finding can be told in the return, and where it shows there; else 0.
 */
export type Sum =
  | { readonly kind: 'count'; readonly criteria: readonly Criterion[] }
  | { readonly kind: 'total' | 'squares'; readonly field: FieldId; readonly criteria: readonly Criterion[] }
  | { readonly kind: 'asked'; readonly group?: string }
  | { readonly kind: 'once'; readonly field: FieldId }
  | { readonly kind: 'given'; readonly fields: readonly FieldId[] }
  | { readonly kind: 'told' | 'shows'; readonly finding: string };

/**
 * One thing a row must meet: a choice made, a field answered (understood), a group of fixed rows; or its return: that it
 * says a number asked once.
 */
export type Criterion =
  | { readonly field: FieldId; readonly code: string }
  | { readonly field: FieldId; readonly answered: true }
  | { readonly group: string }
  | { readonly given: FieldId };

/** A number of a table, worked out of sums. A ratio whose base is 0 is nothing, and so is all that is made of it. */
export type Figure =
  | { readonly sum: Sum }
  | { readonly plus: readonly Figure[] }
  | { readonly minus: readonly [Figure, Figure] }
  | { readonly ratio: readonly [Figure, Figure] };

/** How a measure is written down: the same table whichever way its figures are worked out. */
export interface FigureTable<F = Figure> {
  readonly measure: string;
  readonly title: string;
  /** What the lines are: "Area", "Sex". */
  readonly corner: string;
  readonly columns: readonly FigureColumn<F>[];
  readonly lines: readonly FigureLine<F>[];
  /** Only so many lines are shown, the largest in the column `by` first, of equal ones the first; none that is 0. */
  readonly ranked?: { readonly most: number; readonly by: number };
}

/** Columns with one unit stand side by side. */
export interface FigureColumn<F = Figure> extends Heading<F> {
  /** A `sum` is of values, and stands only behind a table. */
  readonly unit: 'count' | 'share' | 'mean' | 'sum';
}

export interface FigureLine<F = Figure> extends Heading<F> {
  readonly cells: readonly F[];
}

interface Heading<F> {
  readonly label: string;
  /** A total takes up what stands before it; what is neither a part nor a total stands beside them: a base, a mean. */
  readonly role: 'part' | 'unknown' | 'total' | 'beside';
  /** For `unknown`: how many are behind it; where that is 0 it is not shown. */
  readonly behind?: F;
}

/**
 * How sums are said in a sheet: each answer is a `range,criterion` pair for COUNTIFS and SUMIFS, or a reference. All
 * ranges have the same shape, one cell for each row of a return, or of many.
 */
export interface MeasureTerms {
  /** Rows that count at all: started, and the first of their key; '' where only such rows have answers. */
  readonly counted: string;
  /** Rows that made this choice in a choice, scale, several-choices or derived field. */
  chose(field: FieldId, code: string): string;
  answered(field: FieldId): string;
  group(id: string): string;
  /** Rows of returns that say a number asked once. */
  given(field: FieldId): string;
  /** The range of the numbers of a number field; cells without one are text or blank. */
  values(field: FieldId): string;
  /** The cell of a number asked once, or a range of them; blank or "" where there is none. */
  once(field: FieldId): string;
  /** The cell with the number of returns that the rows are of; one return where it is not given. */
  readonly returns?: string;
  /** Where the rows of a group stand apart: the terms over these alone, in place of `group`. */
  inGroup?(id: string): MeasureTerms;
}
