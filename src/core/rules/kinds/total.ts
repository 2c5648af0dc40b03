import type { FieldId } from '../../ids.ts';
import { anyOf, isBlankText, type CheckTerms } from '../check-terms.ts';
import type { RowInHand } from '../row-in-hand.ts';

/** Totals of decimals that differ by less are the same: 0.1 + 0.2 is 0.3. */
export const tolerance = 0.000001;

/** The sum of the numbers in `fields`, blank cells counting nothing; `undefined` when a filled cell holds no number. */
export const totalOf = (fields: readonly FieldId[], row: RowInHand): number | undefined => {
  let total = 0;
  for (const { filled, number } of fields.map(row.meaning)) {
    if (filled && number === undefined) return undefined;
    total += number ?? 0;
  }
  return total;
};

/** The same elementwise, a number in every line: of what is no number it counts nothing. */
export const totalFormula = (fields: readonly FieldId[], here: CheckTerms): string =>
  `(${fields.map((id) => `IF(ISNUMBER(${here.number(id)}),${here.number(id)},0)`).join('+')})`;

/** Elementwise, for each of `fields`: TRUE where its cell is blank or holds a number. */
export const blankOrNumber = (fields: readonly FieldId[], here: CheckTerms): readonly string[] =>
  fields.map((id) => anyOf([isBlankText(here.text(id)), `ISNUMBER(${here.number(id)})`]));
