/**
 * Something wrong in an instrument's definition: a mistake of the person who wrote it, shown to her and not to schools.
 * `path` is a JSON pointer into the definition (`/fields/2/choices/0/label`), '' for the whole of it.
 */
export interface InstrumentFault {
  readonly path: string;
  readonly code: FaultCode;
  /** What was found, or the schema's own remark. */
  readonly detail: string;
}

export const fault = (path: string, code: FaultCode, detail: string): InstrumentFault => ({ path, code, detail });

export type FaultCode =
  /** Not of the shape `InstrumentSchema` asks for: missing, misspelt, too long, of the wrong type. */
  | 'shape'
  /** An id, key, label or rule that another one already has, in the text normal form and folding case. */
  | 'not-unique'
  /** A spelling that would mean two choices of one field, or a heading that would mean two columns. */
  | 'ambiguous-spelling'
  | 'unknown-field'
  | 'unknown-row'
  | 'unknown-group'
  | 'unknown-choice'
  | 'unknown-measure'
  /** A drop-down's list is split at commas in every language of Excel. */
  | 'comma-in-label'
  /** Where several choices may stand in one cell: a comma, a semicolon or a line break, at which the cell is parted. */
  | 'separator-in-spelling'
  /** There too: one of `*?~`, which a formula that counts such cells would take for a pattern. */
  | 'wildcard-in-spelling'
  /** A heading that the entry sheet gives to a column of its own: columns are also found by their headings. */
  | 'label-taken'
  /** The key of what is asked once, as the key of a row. */
  | 'key-taken'
  /** Leading, trailing or doubled spaces: the text is not its own normal form. */
  | 'untidy-text'
  | 'sheet-title-illegal'
  | 'choices-missing'
  | 'choices-not-allowed'
  /** An `item` field does not say of which instrument. */
  | 'of-missing'
  | 'of-not-allowed'
  /** A choice of a scale without its place on it. */
  | 'value-missing'
  /** A rule, measure or trait speaks of a place on a scale, and no choice of the field has one. */
  | 'no-scale'
  /** A rule on year groups, and no choice of the field is one. */
  | 'no-year'
  /** A rule or measure is none for this kind of field. */
  | 'kind-unfit'
  /** A field asked once where one of every row is meant, or the other way round. */
  | 'wrong-place'
  /** A trait, rule or measure for fixed rows in an instrument with open ones, or the other way round. */
  | 'rows-unfit'
  | 'descriptor-missing'
  | 'descriptor-unknown'
  /** A rule that could never bite: it needs a least or a most, a sum it equals or may not exceed. */
  | 'limits-missing'
  /** The least is more than the most, the first day after the last. */
  | 'limits-impossible'
  /** Not a day of the calendar, as 2008-11-14. */
  | 'not-a-day'
  | 'mask-illegal'
  /** A measure says `codes` without a field, or a field without codes. */
  | 'codes-missing'
  /** More than one code where one row may have made several of them and would count twice. */
  | 'one-code-only'
  /** Broken down by more, or by the same twice. */
  | 'breakdown-unfit'
  /** The version before is not before this one. */
  | 'version-not-before';
