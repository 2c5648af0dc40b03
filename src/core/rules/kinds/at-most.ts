import type { Rule } from '../../instrument/instrument.ts';
import type { RuleKind } from './rule-kind.ts';

type AtMost = Extract<Rule, { kind: 'at-most' }>;

/** More than `most` different choices are made; parts that are not understood are not counted. */
export const atMost: RuleKind<AtMost> = {
  check: ({ field, most }, row) => row.meaning(field).choices.length > most,
  formula: ({ field, most }, here) => {
    const made = here.choices(field).flatMap((_, at) => here.made(field, at + 1) ?? []);
    return made.length === 0 ? `(LEN(${here.text(field)})<0)` : `(${made.join('+')}>${most})`;
  },
};
