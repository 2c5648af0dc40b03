import type { Rule } from '../../instrument/instrument.ts';
import { allOf } from '../check-terms.ts';
import type { RuleKind } from './rule-kind.ts';

type DateOrder = Extract<Rule, { kind: 'date-order' }>;

/** Both cells hold a day, and that of `field` comes before that of `notBefore`. */
export const dateOrder: RuleKind<DateOrder> = {
  check: ({ field, notBefore }, row) => {
    const [day, earliest] = [row.meaning(field).number, row.meaning(notBefore).number];
    return day !== undefined && earliest !== undefined && day < earliest;
  },
  formula: ({ field, notBefore }, here) => {
    const [day, earliest] = [here.number(field), here.number(notBefore)];
    if (day === undefined || earliest === undefined) return `(LEN(${here.text(field)})<0)`;
    return allOf([`ISNUMBER(${day})`, `ISNUMBER(${earliest})`, `${day}<${earliest}`]);
  },
};
