import type { Rule } from '../../instrument/instrument.ts';
import { allOf, anyOf } from '../check-terms.ts';
import { conditionFormula, holds } from '../condition.ts';
import type { RuleKind } from './rule-kind.ts';

type RowCount = Extract<Rule, { kind: 'row-count' }>;

/**
 * The number of started rows where `rows` holds is more than `most` times, or less than `least` times, the number in
 * `field`, which is asked once. Nothing is found while no number stands there.
 */
export const rowCount: RuleKind<RowCount> = {
  across:
    ({ field, rows: condition, least, most }) =>
    ({ rows }) => {
      const count = rows.filter((row) => row.started && holds(condition, row)).length;
      return (once) => {
        const { number } = once.meaning(field);
        if (number === undefined) return false;
        return (most !== undefined && count > most * number) || (least !== undefined && count < least * number);
      };
    },
  formula: ({ field, rows: condition, least, most }, here, table) => {
    const number = here.number(field);
    const count = `SUMPRODUCT((${table.rowPlace}>0)*(${table.started}>0)*${conditionFormula(condition, table)})`;
    const wrong = [
      ...(most === undefined ? [] : [`(${count}>${most}*${number})`]),
      ...(least === undefined ? [] : [`(${count}<${least}*${number})`]),
    ];
    if (number === undefined || wrong.length === 0) return `(LEN(${here.text(field)})<0)`;
    return `IFERROR(${allOf([`ISNUMBER(${number})`, anyOf(wrong)])},FALSE)`;
  },
};
