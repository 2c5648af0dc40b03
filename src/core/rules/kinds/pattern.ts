import type { Rule } from '../../instrument/instrument.ts';
import { allOf, isFilledText } from '../check-terms.ts';
import type { RuleKind } from './rule-kind.ts';

type Pattern = Extract<Rule, { kind: 'pattern' }>;

const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * The cell is filled and its normal form fits none of `masks`. In a mask `#` is one digit 0 to 9, `@` one letter A to Z,
 * small or capital, and anything else itself, folding case; as many characters as the mask has, as LEN counts them.
 */
export const pattern: RuleKind<Pattern> = {
  check: ({ field, masks }, row) => {
    const { text, filled } = row.meaning(field);
    return filled && !masks.some((mask) => fits(mask, text));
  },
  formula: ({ field, masks }, here) => {
    const text = here.text(field);
    return allOf([isFilledText(text), ...masks.map((mask) => `(1-${fitsFormula(mask, text)}>0)`)]);
  },
};

const fits = (mask: string, text: string): boolean =>
  text.length === mask.length &&
  runsOf(mask).every(({ from, signs }) => {
    const found = text.slice(from, from + signs.length);
    const allowed = allowedIn(signs);
    if (allowed === undefined) return found.toLowerCase() === signs.toLowerCase();
    return [...found].every((sign) => allowed.includes(sign.toUpperCase()));
  });

/** Digits and letters one by one, since FIND tells a single sign; what stands for itself in one piece. */
const fitsFormula = (mask: string, text: string): string => {
  const parts = runsOf(mask).flatMap(({ from, signs }) => {
    const allowed = allowedIn(signs);
    if (allowed === undefined) {
      const found = `LOWER(MID(${text},${from + 1},${signs.length}))`;
      // Not `=`: the workbench's engine takes a `*` in it for a pattern.
      return [`EXACT(${found},"${signs.toLowerCase().replaceAll('"', '""')}")`];
    }
    return [...signs].map((_, at) => {
      const sign = `MID(${text},${from + at + 1},1)`;
      return `ISNUMBER(FIND(${allowed === letters ? `UPPER(${sign})` : sign},"${allowed}"))`;
    });
  });
  return `((LEN(${text})=${mask.length})${parts.map((part) => `*${part}`).join('')}>0)`;
};

const allowedIn = (signs: string): string | undefined =>
  signs.startsWith('#') ? digits : signs.startsWith('@') ? letters : undefined;

/** Runs of digits, of letters, and of what stands for itself. */
const runsOf = (mask: string): readonly { readonly from: number; readonly signs: string }[] =>
  [...mask.matchAll(/#+|@+|[^#@]+/g)].map((run) => ({ from: run.index, signs: run[0] }));
