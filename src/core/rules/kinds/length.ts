import type { Rule } from '../../instrument/instrument.ts';
import { normalText } from '../../instrument/text-normal-form.ts';
import { allOf, anyOf, isBlankText, isFilledText } from '../check-terms.ts';
import { conditionFormula, holds } from '../condition.ts';
import type { RuleKind } from './rule-kind.ts';

type Length = Extract<Rule, { kind: 'length' }>;

/**
 * The cell is filled, shorter than `min` or longer than `max` characters in the text normal form, and `when` holds.
 * Characters are counted as Excel's LEN counts them, in UTF-16 units: most emoji count 2. LibreOffice's LEN counts them
 * as 1: there check and formula are equal on texts without signs beyond the basic plane.
 */
export const length: RuleKind<Length> = {
  check: ({ field, min, max, when }, row) => {
    if (!row.filled(field) || (when !== undefined && !holds(when, row))) return false;
    const characters = normalText(row.cell(field)).length;
    return (min !== undefined && characters < min) || (max !== undefined && characters > max);
  },
  formula: ({ field, min, max, when }, terms) => {
    const text = terms.text(field);
    const wrong = [
      ...(min === undefined ? [] : [`(LEN(${text})<${min})`]),
      ...(max === undefined ? [] : [`(LEN(${text})>${max})`]),
    ];
    return allOf([
      isFilledText(text),
      wrong.length === 0 ? isBlankText(text) : anyOf(wrong),
      ...(when === undefined ? [] : [conditionFormula(when, terms)]),
    ]);
  },
};
