import type { Breakdown } from '../../instrument/instrument.ts';
import type { Measured } from '../measured.ts';
import { crossing, headingOf, optionsOfAll } from '../options.ts';
import type { FigureTable } from '../sums.ts';
import { tableWords } from '../table-words.ts';
import { ratioAt, type Ratio } from './ratio.ts';

/**
 * The table of a share or a mean: with one breakdown the ratio and the numbers behind it side by side; with two a
 * column for each choice of the second, and then as many for the numbers of rows behind them.
 */
export const ratioTable = (
  ratio: Ratio,
  by: readonly Breakdown[],
  measured: Measured,
): Pick<FigureTable, 'columns' | 'lines'> => {
  const lines = optionsOfAll(measured, by.slice(0, 1));
  const columns = optionsOfAll(measured, by.slice(1));
  const { unit, above, below } = ratio;
  const [all] = columns;
  if (by.length < 2 && all !== undefined) {
    const share = unit === 'share';
    return {
      columns: [
        { label: share ? tableWords.share : tableWords.mean, role: 'part', unit },
        ...(share ? [{ label: tableWords.number, role: 'beside', unit: 'count' } as const] : []),
        { label: share ? tableWords.outOf : tableWords.base, role: 'beside', unit: 'count' },
      ],
      lines: lines.map((line) => ({
        ...headingOf(line, below),
        cells: [
          ratioAt(line, all, ratio),
          ...(share ? [crossing(line, all, above)] : []),
          crossing(line, all, below),
        ],
      })),
    };
  }
  return {
    columns: [
      ...columns.map((column) => ({ ...headingOf(column, below), unit })),
      ...columns.map((column) => ({
        ...headingOf({ ...column, label: tableWords.baseOf(column.label) }, below),
        unit: 'count' as const,
      })),
    ],
    lines: lines.map((line) => ({
      ...headingOf(line, below),
      cells: [
        ...columns.map((column) => ratioAt(line, column, ratio)),
        ...columns.map((column) => crossing(line, column, below)),
      ],
    })),
  };
};
