import { sumKey } from './sum-key.ts';
import type { Figure, FigureTable, Sum } from './sums.ts';

/** A figure's number; `undefined` where a base is 0. */
export const figureOf = (figure: Figure, valueOf: (sum: Sum) => number): number | undefined => {
  if ('sum' in figure) return valueOf(figure.sum);
  if ('plus' in figure)
    return figure.plus.reduce<number | undefined>((total, part) => {
      const value = figureOf(part, valueOf);
      return total === undefined || value === undefined ? undefined : total + value;
    }, 0);
  const [a, b] = ('minus' in figure ? figure.minus : figure.ratio).map((part) => figureOf(part, valueOf));
  if (a === undefined || b === undefined) return undefined;
  if ('minus' in figure) return a - b;
  return b === 0 ? undefined : a / b;
};

/** A table with its numbers, from sums and their values in the same order. All lines and columns are kept. */
export const figuresOf = (
  table: FigureTable,
  sums: readonly Sum[],
  values: readonly number[],
): FigureTable<number | undefined> => {
  const byKey = new Map(sums.map((sum, at) => [sumKey(sum), values[at] ?? 0]));
  const valueOf = (sum: Sum): number => {
    const value = byKey.get(sumKey(sum));
    if (value === undefined) throw new Error(`${sumKey(sum)} is not among the sums`);
    return value;
  };
  const worked = <H extends { readonly behind?: Figure }>({ behind, ...heading }: H) => ({
    ...heading,
    ...(behind === undefined ? {} : { behind: figureOf(behind, valueOf) }),
  });
  return {
    ...table,
    columns: table.columns.map((column) => worked(column)),
    lines: table.lines.map(({ cells, ...heading }) => ({
      ...worked(heading),
      cells: cells.map((figure) => figureOf(figure, valueOf)),
    })),
  };
};
