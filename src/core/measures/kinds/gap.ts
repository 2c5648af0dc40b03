import type { Among } from '../figures.ts';
import { nameInTables } from '../measured.ts';
import { headingOf, optionsOfAll } from '../options.ts';
import type { Criterion } from '../sums.ts';
import { tableWords } from '../table-words.ts';
import type { MeasureKind } from './measure-kind.ts';
import { ratioOf } from './ratio.ts';

/**
 * A share or mean where one choice was made, where another was made, and the first minus the second; then the numbers
 * of rows behind both. A gap of which one side is nothing is nothing.
 */
export const gap: MeasureKind<'gap'> = ({ of, across, from, minus, by = [] }, measured) => {
  const measure = measured.instrument.measures.find(({ id }) => id === of);
  if (measure?.kind !== 'share' && measure?.kind !== 'mean') throw new Error(`There is no share or mean ${of}`);
  const ratio = ratioOf(measure, measured);
  const side = (code: string) => {
    const criterion: Criterion = { field: across, code };
    const of =
      (number: Among): Among =>
      (criteria) =>
        number([...criteria, criterion]);
    const choice = measured.choices(across).find((one) => one.code === code);
    return {
      label: choice === undefined ? code : nameInTables(choice),
      above: of(ratio.above),
      below: of(ratio.below),
    };
  };
  const sides = [side(from), side(minus)] as const;
  const [first, second] = sides;
  const behind: Among = (criteria) => ({ plus: sides.map(({ below }) => below(criteria)) });
  return {
    columns: [
      ...sides.map(({ label }) => ({ label, role: 'part', unit: ratio.unit }) as const),
      { label: tableWords.gap(first.label, second.label), role: 'beside', unit: ratio.unit },
      ...sides.map(({ label }) => ({ label: tableWords.baseOf(label), role: 'beside', unit: 'count' }) as const),
    ],
    lines: optionsOfAll(measured, by).map((line) => {
      const at = (one: (typeof sides)[number]) =>
        ({ ratio: [line.among(one.above), line.among(one.below)] }) as const;
      return {
        ...headingOf(line, behind),
        cells: [
          at(first),
          at(second),
          { minus: [at(first), at(second)] },
          line.among(first.below),
          line.among(second.below),
        ],
      };
    }),
  };
};
