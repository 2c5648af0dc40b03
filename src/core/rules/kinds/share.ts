import type { Rule } from '../../instrument/instrument.ts';
import { allOf, anyOf, isFilledText } from '../check-terms.ts';
import type { RuleKind } from './rule-kind.ts';
import { blankOrNumber, tolerance, totalFormula, totalOf } from './total.ts';

type Share = Extract<Rule, { kind: 'share' }>;

/**
 * The cell is filled and the sum of the numbers in `fields` is less than `least` or more than `most` of the sum of those
 * in `outOf`, both fractions of 1; blank cells count nothing. Nothing is found where a filled cell that would be needed
 * holds no number, where all of `fields` are blank, or where the whole is not more than 0: other rules speak of that. Both
 * sides multiply and never divide, and take for the same what differs by less than the tolerance: equal for sums below
 * 1E+9, as for `sum`.
 */
export const share: RuleKind<Share> = {
  check: ({ field, fields, outOf, least, most }, row) => {
    if (!row.filled(field) || !fields.some(row.filled)) return false;
    const [part, whole] = [totalOf(fields, row), totalOf(outOf, row)];
    if (part === undefined || whole === undefined || whole <= 0) return false;
    return (
      (least !== undefined && least * whole - part > tolerance) ||
      (most !== undefined && part - most * whole > tolerance)
    );
  },
  formula: ({ field, fields, outOf, least, most }, here) => {
    const text = here.text(field);
    const [part, whole] = [totalFormula(fields, here), totalFormula(outOf, here)];
    const wrong = [
      ...(least === undefined ? [] : [`(${least}*${whole}-${part}>${tolerance})`]),
      ...(most === undefined ? [] : [`(${part}-${most}*${whole}>${tolerance})`]),
    ];
    if (wrong.length === 0) return `(LEN(${text})<0)`;
    return allOf([
      isFilledText(text),
      anyOf(fields.map((id) => isFilledText(here.text(id)))),
      ...blankOrNumber([...new Set([...fields, ...outOf])], here),
      `${whole}>0`,
      anyOf(wrong),
    ]);
  },
};
