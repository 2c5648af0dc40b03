import type { FieldId, RowKey } from '../ids.ts';
import type { Choice } from '../instrument/instrument.ts';

/**
 * What a verdict formula is written in: references to columns of the check sheet, all of the same height, one cell
 * for each row of the entry sheet; for a field asked once, to one cell. See `sheet/check-layout.ts` for where they
 * stand. What a field has no column for is `undefined`.
 */
export interface CheckTerms {
  /** The cells of a field in the text normal form; `cellErrorMark` where the cell holds an error. */
  text(field: FieldId): string;
  /** Which choice each cell means, counted from 1 in the order of `choices(field)`; 0 for none. One-choice fields only. */
  place(field: FieldId): string | undefined;
  /** 1 where the choice was made, else 0, by its place counted from 1. Fields where several may be made only. */
  made(field: FieldId, place: number): string | undefined;
  /** 1 where the cell is filled and all of it is understood, else 0. Fields where several may be made only. */
  understood(field: FieldId): string | undefined;
  /** The number or the day's serial number, "" where there is none. Integer, decimal and date fields only. */
  number(field: FieldId): string | undefined;
  /** What the field offers in this round; empty for texts, numbers and dates. */
  choices(field: FieldId): readonly Choice[];
  /**
   * Which row of the instrument stands here, counted from 1; 0 where none does or another line has the key already.
   * In an open table 1 for every line that may count, numbered or not.
   */
  readonly rowPlace: string;
  /** The place of a row key in the instrument, counted from 1; -1 for a key that it does not have. */
  placeOfRow(key: RowKey): number;
  /** 1 where any field of the row is filled and the row counts, else 0. */
  readonly started: string;
  /** The number of each line, counted from 1 at the first. */
  readonly line: string;
  /** One cell: 1 where anything of the return is filled, else 0. Rules on fields asked once bite then. */
  readonly anything: string;
}

/**
 * Excel reads at most 8,192 characters of formula; the few that the sheet's adapter adds are allowed for. A definition
 * that needs more is our mistake, found by the tests of the definitions.
 */
export const longestFormula = 8_000;

/** Elementwise "the column holds one of these numbers". */
export const isOneOf = (column: string, numbers: readonly number[]): string =>
  numbers.length === 0 ? `(${column}<0)` : anyOf(numbers.map((number) => `(${column}=${number})`));

/** Elementwise AND: AND() itself would fold the whole column into one value. */
export const allOf = (parts: readonly string[]): string =>
  parts.length === 1 ? String(parts[0]) : `(${parts.map((part) => `(${part})`).join('*')}>0)`;

/** Elementwise OR: OR() itself would fold the whole column into one value. */
export const anyOf = (parts: readonly string[]): string =>
  parts.length === 1 ? String(parts[0]) : `(${parts.map((part) => `(${part})`).join('+')}>0)`;

/** Elementwise "the text is empty". Not `=""`: the workbench's engine takes the text "0" for an empty one there. */
export const isBlankText = (text: string): string => `(LEN(${text})=0)`;

/** Elementwise "the text is not empty". */
export const isFilledText = (text: string): string => `(LEN(${text})>0)`;
