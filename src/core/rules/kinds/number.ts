import type { Rule } from '../../instrument/instrument.ts';
import { allOf, anyOf, isFilledText } from '../check-terms.ts';
import type { RuleKind } from './rule-kind.ts';

type NumberRule = Extract<Rule, { kind: 'number' }>;

/** The cell is filled, but with no number, one that is not whole where `whole`, or one outside `min` to `max`. */
export const number: RuleKind<NumberRule> = {
  check: ({ field, min = -Infinity, max = Infinity, whole }, row) => {
    const { filled, number: found } = row.meaning(field);
    if (!filled) return false;
    return found === undefined || found < min || found > max || (whole === true && !Number.isInteger(found));
  },
  formula: ({ field, min, max, whole }, here) => {
    const found = here.number(field);
    if (found === undefined) return isFilledText(here.text(field));
    return allOf([
      isFilledText(here.text(field)),
      anyOf([
        `(1-ISNUMBER(${found})>0)`,
        ...(min === undefined ? [] : [`(${found}<${min})`]),
        ...(max === undefined ? [] : [`(${found}>${max})`]),
        // INT of "" is an error, which is no whole number either.
        ...(whole === true ? [`IFERROR(INT(${found})<>${found},TRUE)`] : []),
      ]),
    ]);
  },
};
