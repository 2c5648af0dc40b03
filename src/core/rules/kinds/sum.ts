import type { FieldId } from '../../ids.ts';
import type { Rule } from '../../instrument/instrument.ts';
import { allOf, anyOf, isFilledText, type CheckTerms } from '../check-terms.ts';
import type { RuleKind } from './rule-kind.ts';
import { blankOrNumber, tolerance, totalFormula, totalOf } from './total.ts';

type Sum = Extract<Rule, { kind: 'sum' }>;

/**
 * The cell is filled and the sum of the numbers in `fields`, blank cells counting nothing, is not `equals`, or is more
 * than `atMost`. Nothing is found where a cell that would be needed holds no number, or all of `fields` are blank: other
 * rules speak of that. Equal for sums below 1E+9, beyond which the tolerance is smaller than Excel's last digit.
 */
export const sum: RuleKind<Sum> = {
  check: ({ field, fields, equals, atMost }, row) => {
    if (!row.filled(field) || !fields.some(row.filled)) return false;
    const total = totalOf(fields, row);
    const over = (limit: number | FieldId | undefined): number => {
      const number = typeof limit === 'string' ? row.meaning(limit).number : limit;
      return total === undefined || number === undefined ? 0 : total - number;
    };
    return Math.abs(over(equals)) > tolerance || over(atMost) > tolerance;
  },
  formula: ({ field, fields, equals, atMost }, here) => {
    const text = here.text(field);
    const total = totalFormula(fields, here);
    const over = (limit: number | FieldId): string => `${total}-${orZero(limit, here)}`;
    const isNumber = (limit: number | FieldId | undefined): string[] =>
      typeof limit === 'string' ? [`ISNUMBER(${here.number(limit)})`] : [];
    const wrong = [
      ...(equals === undefined ? [] : [allOf([...isNumber(equals), `ABS(${over(equals)})>${tolerance}`])]),
      ...(atMost === undefined ? [] : [allOf([...isNumber(atMost), `${over(atMost)}>${tolerance}`])]),
    ];
    if (wrong.length === 0) return `(LEN(${text})<0)`;
    return allOf([
      isFilledText(text),
      anyOf(fields.map((id) => isFilledText(here.text(id)))),
      ...blankOrNumber(fields, here),
      anyOf(wrong),
    ]);
  },
};

const orZero = (limit: number | FieldId, here: CheckTerms): string =>
  typeof limit === 'number' ? `(${limit})` : `IF(ISNUMBER(${here.number(limit)}),${here.number(limit)},0)`;
