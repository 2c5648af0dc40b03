import type { Choice, Condition, Rule } from '../../instrument/instrument.ts';
import { yearOf } from '../../instrument/year-of.ts';
import { conditionFormula, holds } from '../condition.ts';
import type { RuleKind } from './rule-kind.ts';

type ExpectedYear = Extract<Rule, { kind: 'expected-year' }>;

/**
 * The cell says a year group that is not among those that the round expects; where several may be chosen, any of them.
 * Choices that are no year group are none that could be expected. Nothing is found while the round expects none.
 */
export const expectedYear: RuleKind<ExpectedYear> = {
  ready: (rule, { circumstances, offer }) => {
    const unexpected = isUnexpected(rule, offer.get(rule.field)?.choices ?? [], circumstances.yearGroups ?? []);
    return (row) => holds(unexpected, row);
  },
  formula: (rule, here, _table, { yearGroups = [] }) =>
    conditionFormula(isUnexpected(rule, here.choices(rule.field), yearGroups), here),
};

const isUnexpected = (
  { field }: ExpectedYear,
  choices: readonly Choice[],
  yearGroups: readonly number[],
): Condition => {
  if (yearGroups.length === 0) return { any: [] };
  if (choices.length > 0) {
    const others = choices.filter((choice) => {
      const year = yearOf(choice);
      return year !== undefined && !yearGroups.includes(year);
    });
    return { field, code: others.map(({ code }) => code) };
  }
  const isExpected = yearGroups.map((year): Condition => ({
    all: [
      { field, atLeast: year },
      { field, atMost: year },
    ],
  }));
  return { all: [{ field, is: 'answered' }, { not: { any: isExpected } }] };
};
