import type { FieldId } from '../../ids.ts';
import { cellErrorMark, isCellError } from '../cell-error.ts';
import type { CheckTerms } from '../check-terms.ts';
import type { RowInHand } from '../row-in-hand.ts';
import type { AllInHand } from './rule-kind.ts';

/**
 * Signs that nobody types, of the range left to private use: between the texts of several fields, and in place of `~`,
 * `*` and `?`. Control characters would not do: LibreOffice passes over them when it compares.
 */
const ours = 0xe000;
const between = String.fromCharCode(ours);

/**
 * Finds rows whose texts in `fields` an earlier row holds already, folding case; rows with nothing in any of them
 * apart. The texts of a row are put together once, however often it is checked.
 */
export const sameAbove = (fields: readonly FieldId[]): ((all: AllInHand) => (row: RowInHand) => boolean) => {
  const known = new WeakMap<RowInHand, string>();
  const textsOf = (row: RowInHand): string => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const texts = fields.map((field) => textOf(row, field)).join(between);
    known.set(row, texts);
    return texts;
  };
  const nothing = between.repeat(Math.max(0, fields.length - 1));
  return ({ rows }) => {
    const seen = new Set<string>();
    const again = new Set<RowInHand>();
    for (const row of rows) {
      const texts = textsOf(row);
      if (seen.has(texts)) again.add(row);
      else if (texts !== nothing) seen.add(texts);
    }
    return (row) => again.has(row);
  };
};

/** Error values are all alike: the sheet cannot tell them apart either. */
const textOf = (row: RowInHand, field: FieldId): string => {
  const { text } = row.meaning(field);
  return isCellError(text) ? cellErrorMark : text.toLowerCase();
};

/**
 * The same as a formula, one search a line: TRUE where the first line with these texts stands above. `*`, `?` and `~`
 * become signs that nobody types on both sides, since MATCH would read them as a pattern. Lines that do not count hold
 * nothing.
 */
export const sameAboveFormula = (fields: readonly FieldId[], { text, rowPlace, line }: CheckTerms): string => {
  const texts = withoutPatterns(fields.map(text).join(`&UNICHAR(${ours})&`));
  const counted = `IF(${rowPlace}>0,${texts},"")`;
  return `(IFERROR(MATCH(${texts},${counted},0),${line})<${line})`;
};

const withoutPatterns = (text: string): string =>
  ['~', '*', '?'].reduce((so, sign, at) => `SUBSTITUTE(${so},"${sign}",UNICHAR(${ours + at + 1}))`, text);
