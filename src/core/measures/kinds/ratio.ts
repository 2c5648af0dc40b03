import { answered, choseAnyOf, count, plus, sum, type Among } from '../figures.ts';
import type { Measured } from '../measured.ts';
import type { Option } from '../options.ts';
import { crossing } from '../options.ts';
import type { Figure } from '../sums.ts';
import type { MeasureOf } from './measure-kind.ts';

/** A share or a mean: a number of rows or values over the number of rows behind it. */
export interface Ratio {
  readonly unit: 'share' | 'mean';
  readonly above: Among;
  readonly below: Among;
}

/** How a share or a mean is worked out among any rows. */
export const ratioOf = (measure: MeasureOf<'share'> | MeasureOf<'mean'>, measured: Measured): Ratio => {
  const { field } = measure;
  if (measure.kind === 'share')
    return {
      unit: 'share',
      above: choseAnyOf(measured, field, measure.codes),
      below: measure.base === 'rows' ? count : answered(measured, field),
    };
  return {
    unit: 'mean',
    above: (criteria) => sum({ kind: 'total', field, criteria }),
    below: valued(measured, field),
  };
};

/** Rows with a value: a choice that has one, or a number. */
const valued = (measured: Measured, field: string): Among => {
  const choices = measured.choices(field);
  const some = choices.filter(({ value }) => value !== undefined);
  if (some.length === choices.length) return (criteria) => count([...criteria, { field, answered: true }]);
  return (criteria) => plus(some.map(({ code }) => count([...criteria, { field, code }])));
};

/** A ratio at the crossing of a line and a column. */
export const ratioAt = (line: Option, column: Option, { above, below }: Ratio): Figure => ({
  ratio: [crossing(line, column, above), crossing(line, column, below)],
});
