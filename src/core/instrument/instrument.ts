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
  readonly rows: FixedRows | OpenRows;
  /** Asked once for the whole return, above the table; its answers stand in the row `onceKey`. */
  readonly once?: readonly Field[];
  /** Asked in every row. */
  readonly fields: readonly Field[];
  /** Worked out of the answers of a row, for measures. */
  readonly derived?: readonly Derived[];
  readonly rules: readonly Rule[];
  readonly measures: readonly Measure[];
  /** The version before this one, and what moved since. */
  readonly predecessor?: Predecessor;
}

export type OwnerKind = 'school' | 'mentor' | 'programme';

export type Trait =
  /** Rows are statements, each placed on one level; `field` is the choice field that holds the level. */
  | { readonly kind: 'levelled-statements'; readonly field: FieldId }
  /** A row is a pupil: nothing that could identify one may stand in it. Open rows only. */
  | { readonly kind: 'pupil-rows' };

/** One row per statement, always the same rows. */
export interface FixedRows {
  readonly kind: 'fixed';
  /** What a row is called: `{ one: 'statement', many: 'statements' }`. */
  readonly noun: Noun;
  readonly groups: readonly { readonly id: string; readonly title: string }[];
  readonly items: readonly Row[];
}

/** As many rows as there are pupils, visits …; a row's key is a number that it is given once. */
export interface OpenRows {
  readonly kind: 'open';
  readonly noun: Noun;
  /** Rows drawn on an empty sheet; one that is filled already gets its own number and a fifth. */
  readonly expected: number;
}

export interface Noun {
  readonly one: string;
  readonly many: string;
}

export interface Row {
  readonly key: RowKey;
  /** Id of a group. */
  readonly group: string;
  readonly text: string;
  /** For levelled statements: one sentence for each choice code of the level field, written for this statement. */
  readonly descriptors?: Readonly<Record<string, string>>;
}

/** The rows of an instrument with fixed ones; none of one with open rows. */
export const fixedRows = ({ rows }: Pick<Instrument, 'rows'>): readonly Row[] =>
  rows.kind === 'fixed' ? rows.items : [];

/** The groups of an instrument with fixed rows; none of one with open rows. */
export const groupsOf = ({ rows }: Pick<Instrument, 'rows'>): FixedRows['groups'] =>
  rows.kind === 'fixed' ? rows.groups : [];

/** The key of the row that holds what is asked once for the whole return. No row of a table may have it. */
export const onceKey: RowKey = 'return';

/**
 * What a cell of a field may hold; `instrument/interpret.ts` says how each is read.
 * - `choice`: one of `choices`; `scale` the same, and every choice has a value; `choices`: several, parted by semicolons.
 * - `integer`, `decimal`: a number; `date`: a day; `text`: anything.
 * - `term`: one of the terms from the round's academic year on; `school`: one of the register's schools;
 *   `item`: a row of the instrument named in `of`.
 */
export type FieldKind =
  'choice' | 'choices' | 'scale' | 'integer' | 'decimal' | 'date' | 'text' | 'term' | 'school' | 'item';

export interface Field {
  readonly id: FieldId;
  /** Column header, unique in the instrument; at most 32 characters. */
  readonly label: string;
  /** What to write here, in one or two sentences; also the cell's input prompt (at most 255 characters). */
  readonly help: string;
  readonly kind: FieldKind;
  /** For `choice`, `choices` and `scale`. */
  readonly choices?: readonly Choice[];
  /** For `item`: the id of the instrument whose rows are offered. */
  readonly of?: string;
  /** Column width in characters of the default font. */
  readonly width: number;
  /** What the printed questionnaire asks, where it is not the label; fields with one `part` stand under that heading. */
  readonly question?: string;
  readonly part?: string;
  /** Further headings by which a pasted column is recognised. */
  readonly alsoCalled?: readonly string[];
}

export interface Choice {
  /** Stable, stored in tallies: `3`, `na`, `low`. */
  readonly code: string;
  /** What the drop-down shows: "3 Established". No commas and no semicolons where several may be chosen. */
  readonly label: string;
  /** Further spellings understood, compared in the text normal form, folding case: "3", "established". */
  readonly accepts: readonly string[];
  /** Its place on a scale, where it has one. */
  readonly value?: number;
  /** When given, the choice may only be made on these rows. */
  readonly rows?: readonly RowKey[];
  /** What the questionnaire prints beside a bare number: "Not at all". */
  readonly says?: string;
  /** Its name over a column or before a line of a table, where it is not the label: "Males". */
  readonly inTables?: string;
  /** Understood, but published with the blank ones as "Unknown": "Prefer not to say". */
  readonly unknown?: boolean;
}

/**
 * Yes, no or nothing, worked out of a row: nothing unless `base` holds, then yes when `yes` holds, else no. Measures
 * read it like a choice field with the codes `yes` and `no`.
 */
export interface Derived {
  readonly id: FieldId;
  readonly label: string;
  readonly yes: Condition;
  readonly base: Condition;
}

/**
 * A condition on one row, on interpreted values. A value that is not understood satisfies only `filled`.
 * `answered` is filled and understood; `code` holds for several choices when any of them was made; `atLeast` and
 * `atMost` compare the value of a choice, or a number.
 */
export type Condition =
  | { readonly field: FieldId; readonly is: 'blank' | 'filled' | 'answered' }
  | { readonly field: FieldId; readonly atLeast: number }
  | { readonly field: FieldId; readonly atMost: number }
  | { readonly field: FieldId; readonly code: readonly string[] }
  /** Any field of the row is filled. */
  | { readonly row: 'started' }
  /** It is one of these rows. */
  | { readonly rows: readonly RowKey[] }
  | { readonly not: Condition }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

export type Severity = 'error' | 'warning' | 'advice';

interface RuleOf {
  /** Unique in the instrument, kebab-case. */
  readonly id: string;
  /** The field whose cell the issue stands on; of the fields asked once too. */
  readonly field: FieldId;
  readonly severity: Severity;
  /** What is wrong and what to do, in plain words. */
  readonly message: string;
}

/**
 * A rule. Each kind has a check in TypeScript and, where it can be said natively, a verdict formula, both in
 * `core/rules/kinds`. Except where it is said all kinds but `required` leave blank cells alone.
 * - `required`: the cell is blank although `when` holds (always, when not given).
 * - `one-of`: the cell is none of the field's choices, or a choice not open to this row; of several, any of them.
 * - `at-most`: more than `most` different choices are made.
 * - `number`: not a number, not a whole one where `whole`, or outside `min` to `max`.
 * - `date`: not a date, or outside `from` to `until` (ISO days, inclusive).
 * - `length`: shorter than `min` or longer than `max` characters (text normal form), and `when` holds.
 * - `pattern`: fits none of `masks`, see `kinds/pattern.ts`: `#` is a digit, `@` a letter, anything else itself.
 * - `unlikely`: `when` holds: possible, but worth a second look.
 * - `not-applicable`: `when` holds: the cell must stay blank then.
 * - `date-order`: a date before the date in `notBefore`.
 * - `unique`: the same text stands in a line above, folding case.
 * - `duplicate-row`: a line above holds the same texts in all `fields`, not all of them blank.
 * - `row-count`: the number of rows where `rows` holds is more than `most` times, or less than `least` times, the
 *   number in `field`, which is asked once.
 * - `sum`: the sum of the numbers in `fields` is not `equals`, or more than `atMost`: a number or another field.
 * - `share`: the sum of the numbers in `fields` is less than `least` or more than `most` of that in `outOf`: fractions of 1.
 * - `expected-year`: the cell says a year group that the round does not expect; asks nothing where it expects none. A
 *   number is its own year group, a choice that of its value, else of its code where that is a number.
 * - `expected-rows`: the round expects the year group `year`, and of the rows there are `rows` holds in none; stands with a
 *   field asked once, filled or not.
 * - `cross-row`: `when` holds here while in the row `other.row` (fixed rows) `other.when` holds.
 * - `cross-sheet`: `when` holds here while in another return of the owner, `of` an instrument, `other` holds in any row.
 * - `change`: a number or value that differs from the one accepted before by more than `by`.
 */
export type Rule =
  | (RuleOf & { readonly kind: 'required'; readonly when?: Condition })
  | (RuleOf & { readonly kind: 'one-of' })
  | (RuleOf & { readonly kind: 'at-most'; readonly most: number })
  | (RuleOf & { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly whole?: boolean })
  | (RuleOf & { readonly kind: 'date'; readonly from?: string; readonly until?: string })
  | (RuleOf & { readonly kind: 'length'; readonly min?: number; readonly max?: number; readonly when?: Condition })
  | (RuleOf & { readonly kind: 'pattern'; readonly masks: readonly string[] })
  | (RuleOf & { readonly kind: 'unlikely'; readonly when: Condition })
  | (RuleOf & { readonly kind: 'not-applicable'; readonly when: Condition })
  | (RuleOf & { readonly kind: 'date-order'; readonly notBefore: FieldId })
  | (RuleOf & { readonly kind: 'unique' })
  | (RuleOf & { readonly kind: 'duplicate-row'; readonly fields: readonly FieldId[] })
  | (RuleOf & {
      readonly kind: 'row-count';
      readonly rows: Condition;
      readonly least?: number;
      readonly most?: number;
    })
  | (RuleOf & {
      readonly kind: 'sum';
      readonly fields: readonly FieldId[];
      readonly equals?: number | FieldId;
      readonly atMost?: number | FieldId;
    })
  | (RuleOf & {
      readonly kind: 'share';
      readonly fields: readonly FieldId[];
      readonly outOf: readonly FieldId[];
      readonly least?: number;
      readonly most?: number;
    })
  | (RuleOf & { readonly kind: 'expected-year' })
  | (RuleOf & { readonly kind: 'expected-rows'; readonly year: number; readonly rows: Condition })
  | (RuleOf & {
      readonly kind: 'cross-row';
      readonly when: Condition;
      readonly other: { readonly row: RowKey; readonly when: Condition };
    })
  | (RuleOf & {
      readonly kind: 'cross-sheet';
      readonly when: Condition;
      readonly of: string;
      readonly other: Condition;
    })
  | (RuleOf & { readonly kind: 'change'; readonly by: number });

/** Quantity words of findings; thresholds are settings, see `core/measures/quantity.ts`. */
export type Quantity = 'some' | 'many' | 'widespread' | 'rare exceptions' | 'increasing';

/** Which of a return's answers decide whether a finding counts it: any of them, all of them, or their median. */
export type CountedBy = 'any' | 'all' | 'median';

interface MeasureOf {
  readonly id: string;
  /** Over its table: "Returns by year group and sex". */
  readonly title: string;
}

/**
 * What a measure is broken down by: groups of fixed rows, or the choices of a choice field. The first gives the lines
 * of its table, the second the columns; each has a total, and an "Unknown" that shows only when it is not zero.
 */
export type Breakdown = '#group' | FieldId;

/**
 * A measure, computed in TypeScript, compiled to a live formula and added up over returns; see `core/measures`.
 * `field` may be a derived one wherever choices are read. Only rows that are started count.
 * - `distribution`: how many rows chose each choice of `field`; by group where rows are fixed and `by` is not given.
 * - `count`: how many rows, or how many that chose one of `codes` in `field`.
 * - `share`: how many chose one of `codes` (one code where several may be chosen) out of those that answered `field`
 *   (`base: 'answered'`, as is when not given) or of all rows (`base: 'rows'`).
 * - `mean`: of the values of `field`, with the number behind it.
 * - `top`: the `most` choices made most often, with their shares of those that answered.
 * - `gap`: the share or mean `of`, where `across` is `from`, minus where it is `minus`.
 * - `rate`: of each line, rows that chose `code` in `field` over the number in `outOf`, which is asked once.
 * - `finding`: a barrier counts a return whose median value of `field` over `rows` is at most 2, an indicator one
 *   where it is at least 3; with `countedBy`, where any value is, or all are (the median, when not given); base: returns that answered at least one of the rows with a valued choice.
 */
export type Measure =
  | (MeasureOf & { readonly kind: 'distribution'; readonly field: FieldId; readonly by?: readonly Breakdown[] })
  | (MeasureOf & {
      readonly kind: 'count';
      readonly field?: FieldId;
      readonly codes?: readonly string[];
      readonly by?: readonly Breakdown[];
    })
  | (MeasureOf & {
      readonly kind: 'share';
      readonly field: FieldId;
      readonly codes: readonly string[];
      readonly base?: 'answered' | 'rows';
      readonly by?: readonly Breakdown[];
    })
  | (MeasureOf & { readonly kind: 'mean'; readonly field: FieldId; readonly by?: readonly Breakdown[] })
  | (MeasureOf & {
      readonly kind: 'top';
      readonly field: FieldId;
      readonly most: number;
      readonly by?: readonly Breakdown[];
    })
  | (MeasureOf & {
      readonly kind: 'gap';
      readonly of: string;
      readonly across: FieldId;
      readonly from: string;
      readonly minus: string;
      readonly by?: readonly Breakdown[];
    })
  | (MeasureOf & {
      readonly kind: 'rate';
      readonly field: FieldId;
      readonly lines: readonly { readonly code: string; readonly outOf: FieldId }[];
    })
  | {
      readonly kind: 'finding';
      readonly id: string;
      readonly direction: 'barrier' | 'indicator';
      readonly field: FieldId;
      readonly rows: readonly RowKey[];
      readonly countedBy?: CountedBy;
      readonly quantity?: Quantity;
      /** The finding in words: "Parents are not approached or involved". */
      readonly statement: string;
    };

/**
 * What moved since the version before. Rows, fields and choices that keep their ids move by themselves; `renamed`
 * leads from an old id to the new one, `null` where nothing takes its place any more.
 */
export interface Predecessor {
  readonly version: number;
  readonly rows?: Readonly<Record<RowKey, RowKey | null>>;
  readonly fields?: Readonly<Record<FieldId, FieldId | null>>;
  /** By old field id, from old code to new one. */
  readonly choices?: Readonly<Record<FieldId, Readonly<Record<string, string | null>>>>;
}

/** `pupil-counts@1`: how a version is named in sheets, rounds and on the wire. */
export const instrumentRef = (instrument: Pick<Instrument, 'id' | 'version'>): string =>
  `${instrument.id}@${instrument.version}`;
