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

export type FaultCode =
  /** Not of the shape `InstrumentSchema` asks for: missing, misspelt, too long, of the wrong type. */
  | 'shape'
  /** An id, key, label or rule that another one already has, in the text normal form and folding case. */
  | 'not-unique'
  /** A spelling that would mean two choices of one field. */
  | 'ambiguous-spelling'
  | 'unknown-field'
  | 'unknown-row'
  | 'unknown-group'
  | 'unknown-choice'
  /** A drop-down's list is split at commas in every language of Excel. */
  | 'comma-in-label'
  /** A heading that the entry sheet gives to a column of its own: columns are also found by their headings. */
  | 'label-taken'
  /** Leading, trailing or doubled spaces: the text is not its own normal form. */
  | 'untidy-text'
  | 'sheet-title-illegal'
  | 'choices-missing'
  | 'choices-not-allowed'
  /** A rule, measure or trait speaks of a place on a scale, and no choice of the field has one. */
  | 'no-scale'
  | 'descriptor-missing'
  | 'descriptor-unknown'
  | 'length-without-limits'
  | 'length-impossible';
