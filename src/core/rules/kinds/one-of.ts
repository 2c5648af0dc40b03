import type { Rule } from '../../instrument/instrument.ts';
import { allOf, anyOf, isFilledText, isOneOf, type CheckTerms } from '../check-terms.ts';
import type { RuleKind } from './rule-kind.ts';

type OneOf = Extract<Rule, { kind: 'one-of' }>;

/**
 * The cell is filled but means none of the field's choices, or one that may not be made on this row; where several may
 * be made, any part of it. Which row it is goes by the key in the line, so that sorting does not change it. Nothing is
 * found while nothing is offered: a register that is not at hand makes no school wrong.
 */
export const oneOf: RuleKind<OneOf> = {
  ready: ({ field }, { offer }) => {
    const offered = offer.get(field)?.choices ?? [];
    if (offered.length === 0) return () => false;
    const anywhere = offered.every(({ rows }) => rows === undefined);
    return (row) => {
      const { filled, understood, choices } = row.meaning(field);
      if (understood) return !anywhere && choices.some(({ rows }) => rows?.includes(row.key) === false);
      return filled;
    };
  },
  formula: ({ field }, here) => {
    const understood = understoodFormula(field, here);
    if (understood === undefined) return `(LEN(${here.text(field)})<0)`;
    const notOpenHere = here.choices(field).flatMap(({ rows }, at) => {
      if (rows === undefined) return [];
      const open = isOneOf(here.rowPlace, rows.map(here.placeOfRow));
      return [`${madeFormula(field, at + 1, here)}*(1-${open})`];
    });
    return allOf([isFilledText(here.text(field)), anyOf([`(${understood}=0)`, ...notOpenHere])]);
  },
};

const understoodFormula = (field: string, terms: CheckTerms): string | undefined =>
  terms.place(field) ?? terms.understood(field);

const madeFormula = (field: string, place: number, terms: CheckTerms): string => {
  const one = terms.place(field);
  return one === undefined ? `(${terms.made(field, place)}>0)` : `(${one}=${place})`;
};
