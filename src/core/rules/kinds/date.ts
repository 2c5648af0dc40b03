import { dayOfIso } from '../../instrument/day.ts';
import type { Rule } from '../../instrument/instrument.ts';
import { allOf, anyOf, isFilledText } from '../check-terms.ts';
import type { RuleKind } from './rule-kind.ts';

type DateRule = Extract<Rule, { kind: 'date' }>;

/** The cell is filled, but with no day, or one outside `from` to `until`, both inclusive. */
export const date: RuleKind<DateRule> = {
  ready: ({ field, from, until }) => {
    const [first, last] = [limit(from) ?? -Infinity, limit(until) ?? Infinity];
    return (row) => {
      const { filled, number: day } = row.meaning(field);
      return filled && (day === undefined || day < first || day > last);
    };
  },
  formula: ({ field, from, until }, here) => {
    const day = here.number(field);
    if (day === undefined) return isFilledText(here.text(field));
    const [first, last] = [limit(from), limit(until)];
    return allOf([
      isFilledText(here.text(field)),
      anyOf([
        `(1-ISNUMBER(${day})>0)`,
        ...(first === undefined ? [] : [`(${day}<${first})`]),
        ...(last === undefined ? [] : [`(${day}>${last})`]),
      ]),
    ]);
  },
};

const limit = (iso: string | undefined): number | undefined => (iso === undefined ? undefined : dayOfIso(iso));
