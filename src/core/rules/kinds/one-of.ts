import type { Rule } from '../../instrument/instrument.ts';
import { allOf, anyOf, isFilledText, isOneOf } from '../check-terms.ts';
import type { RuleKind } from './rule-kind.ts';

type OneOf = Extract<Rule, { kind: 'one-of' }>;

/**
 * The cell is filled but means none of the field's choices, or one that may not be made on this row. Which row it is
 * goes by the key in the line, so that sorting does not change it.
 */
export const oneOf: RuleKind<OneOf> = {
  check: ({ field }, row) => {
    if (!row.filled(field)) return false;
    const choice = row.choice(field);
    return choice === undefined || (choice.rows !== undefined && !choice.rows.includes(row.key));
  },
  formula: ({ field }, terms) => {
    const filled = isFilledText(terms.text(field));
    const place = terms.place(field);
    // A text field offers nothing, so everything typed into it would be wrong.
    if (place === undefined) return filled;
    const notOpenHere = terms.choices(field).flatMap(({ rows }, at) => {
      if (rows === undefined) return [];
      const here = isOneOf(terms.rowPlace, rows.map(terms.placeOfRow));
      return [`(${place}=${at + 1})*(1-${here})`];
    });
    return allOf([filled, anyOf([`(${place}=0)`, ...notOpenHere])]);
  },
};
