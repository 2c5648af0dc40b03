import type { FieldId, RowKey } from '../ids.ts';

/**
 * An instrument: what is collected, as plain data. The engine lays it out, checks, summarises, submits and
 * consolidates it without knowing its name; code may ask for a trait, never for an id.
 */
export interface Instrument {
  /** kebab-case, e.g. `pupil-counts`. */
  readonly id: string;
  /** 1, 2, 3 …; a published version never changes. */
  readonly version: number;
  /** As people call it: "Pupil counts". */
  readonly title: string;
  /** Name of the entry sheet's tab; at most 20 characters, legal as a sheet name. */
  readonly sheetTitle: string;
  /** One or two sentences for the person who fills it. */
  readonly purpose: string;
  readonly owner: OwnerKind;
  readonly traits: readonly Trait[];
  readonly rows: FixedRows;
  readonly fields: readonly Field[];
  readonly rules: readonly Rule[];
  readonly measures: readonly Measure[];
}

export type OwnerKind = 'school' | 'mentor' | 'programme';

/** Rows are statements, each placed on one level; `field` is the choice field that holds the level. */
export type Trait = { readonly kind: 'levelled-statements'; readonly field: FieldId };

/** One row per statement, always the same rows. */
export interface FixedRows {
  readonly kind: 'fixed';
  /** What a row is called: `{ one: 'statement', many: 'statements' }`. */
  readonly noun: { readonly one: string; readonly many: string };
  readonly groups: readonly { readonly id: string; readonly title: string }[];
  readonly items: readonly Row[];
}

export interface Row {
  readonly key: RowKey;
  /** Id of a group. */
  readonly group: string;
  readonly text: string;
  /** For levelled statements: one sentence for each choice code of the level field, written for this statement. */
  readonly descriptors?: Readonly<Record<string, string>>;
}

export interface Field {
  readonly id: FieldId;
  /** Column header, unique in the instrument. */
  readonly label: string;
  /** What to write here, in one or two sentences; also the cell's input prompt (at most 255 characters). */
  readonly help: string;
  /** `term` is a choice among the terms from the round's academic year on; see `instrument/choices.ts`. */
  readonly kind: 'choice' | 'text' | 'term';
  /** For kind `choice`. */
  readonly choices?: readonly Choice[];
  /** Column width in characters of the default font. */
  readonly width: number;
}

export interface Choice {
  /** Stable, stored in tallies: `3`, `na`, `low`. */
  readonly code: string;
  /** What the drop-down shows: "3 Established". No commas. */
  readonly label: string;
  /** Further spellings understood, compared in the text normal form, folding case: "3", "established". */
  readonly accepts: readonly string[];
  /** Its place on a scale, where it has one. */
  readonly value?: number;
  /** When given, the choice may only be made on these rows. */
  readonly rows?: readonly RowKey[];
}

/** A condition on one row, on interpreted values. A value that is not understood satisfies only `filled`. */
export type Condition =
  | { readonly field: FieldId; readonly is: 'blank' | 'filled' }
  | { readonly field: FieldId; readonly atLeast: number }
  | { readonly field: FieldId; readonly atMost: number }
  | { readonly field: FieldId; readonly code: readonly string[] }
  /** Any field of the row is filled. */
  | { readonly row: 'started' }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

export type Severity = 'error' | 'warning' | 'advice';

interface RuleOf {
  /** Unique in the instrument, kebab-case. */
  readonly id: string;
  /** The field whose cell the issue stands on. */
  readonly field: FieldId;
  readonly severity: Severity;
  /** What is wrong and what to do, in plain words. */
  readonly message: string;
}

/**
 * A rule. Each kind has a check in TypeScript and a verdict formula, both in `core/rules/kinds`.
 * - `required`: the cell is blank although `when` holds (always, when not given).
 * - `one-of`: the cell is filled but is none of the field's choices, or a choice not open to this row.
 * - `length`: the cell is filled and shorter than `min` or longer than `max` characters (text normal form), and `when` holds.
 * - `unlikely`: the cell is filled and `when` holds.
 */
export type Rule =
  | (RuleOf & { readonly kind: 'required'; readonly when?: Condition })
  | (RuleOf & { readonly kind: 'one-of' })
  | (RuleOf & { readonly kind: 'length'; readonly min?: number; readonly max?: number; readonly when?: Condition })
  | (RuleOf & { readonly kind: 'unlikely'; readonly when: Condition });

/** Quantity words of findings; thresholds are settings, see `core/measures/quantity.ts`. */
export type Quantity = 'some' | 'many' | 'widespread' | 'rare exceptions' | 'increasing';

/**
 * A measure, computed in TypeScript, compiled to a live formula and added up over returns.
 * - `distribution`: how many rows of each group chose each choice of `field`.
 * - `finding`: a barrier counts a return whose median value of `field` over `rows` is at most 2, an indicator one
 *   where it is at least 3; base: returns that answered at least one of the rows with a valued choice.
 */
export type Measure =
  | { readonly kind: 'distribution'; readonly id: string; readonly title: string; readonly field: FieldId }
  | {
      readonly kind: 'finding';
      readonly id: string;
      readonly direction: 'barrier' | 'indicator';
      readonly field: FieldId;
      readonly rows: readonly RowKey[];
      readonly quantity?: Quantity;
      /** The finding in words: "Parents are not approached or involved". */
      readonly statement: string;
    };

/** `pupil-counts@1`: how a version is named in sheets, rounds and on the wire. */
export const instrumentRef = (instrument: Pick<Instrument, 'id' | 'version'>): string =>
  `${instrument.id}@${instrument.version}`;
