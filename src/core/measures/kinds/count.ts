import { answered, choseAnyOf, count as rows } from '../figures.ts';
import { crossing, headingOf, optionsOfAll } from '../options.ts';
import { tableWords } from '../table-words.ts';
import type { MeasureKind } from './measure-kind.ts';

/** How many rows there are, answered a field, or chose one of some choices; the first breakdown down, the second across. */
export const count: MeasureKind<'count'> = ({ field, codes, by = [] }, measured) => {
  const of =
    field === undefined ? rows : codes === undefined ? answered(measured, field) : choseAnyOf(measured, field, codes);
  const lines = optionsOfAll(measured, by.slice(0, 1));
  const columns = optionsOfAll(measured, by.slice(1));
  const single = by.length < 2;
  return {
    columns: columns.map((column) => ({
      ...headingOf(column, of),
      ...(single ? ({ label: tableWords.number, role: 'part' } as const) : {}),
      unit: 'count',
    })),
    lines: lines.map((line) => ({
      ...headingOf(line, of),
      cells: columns.map((column) => crossing(line, column, of)),
    })),
  };
};
