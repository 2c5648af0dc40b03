import type { Rule } from '../../instrument/instrument.ts';
import { allOf } from '../check-terms.ts';
import { conditionFormula, holds } from '../condition.ts';
import type { RuleKind } from './rule-kind.ts';

type ExpectedRows = Extract<Rule, { kind: 'expected-rows' }>;

/**
 * The round expects the year group `year`, rows are started, and in none of them `rows` holds. It stands on the cell of
 * `field`, which is asked once, filled or not. Nothing is found while no row is started: there is nothing to miss yet.
 */
export const expectedRows: RuleKind<ExpectedRows> = {
  across: ({ year, rows: condition }, { circumstances }) => {
    if (circumstances.yearGroups?.includes(year) !== true) return () => () => false;
    return ({ rows }) => {
      const started = rows.filter((row) => row.started);
      const isMissing = started.length > 0 && !started.some((row) => holds(condition, row));
      return () => isMissing;
    };
  },
  formula: ({ field, year, rows: condition }, here, table, { yearGroups = [] }) => {
    if (!yearGroups.includes(year)) return `(LEN(${here.text(field)})<0)`;
    const started = `(${table.rowPlace}>0)*(${table.started}>0)`;
    const such = `${started}*${conditionFormula(condition, table)}`;
    return allOf([`SUMPRODUCT(${started})>0`, `SUMPRODUCT(${such})=0`]);
  },
};
