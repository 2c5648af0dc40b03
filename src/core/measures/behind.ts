import { figureOf } from './figures-of.ts';
import type { Figure, FigureTable, Sum } from './sums.ts';
import { sumKey } from './sum-key.ts';

/** One figure of a table, with where it stands. */
export interface PlacedFigure {
  readonly figure: Figure;
  readonly title: string;
  readonly line: string;
  readonly column: string;
  readonly unit: FigureTable['columns'][number]['unit'];
}

/** The figure in a line and a column of a table, both counted from 1; `undefined` where the table has none. */
export const figureAt = (table: FigureTable, line: number, column: number): PlacedFigure | undefined => {
  const [its, heading] = [table.lines[line - 1], table.columns[column - 1]];
  const figure = its?.cells[column - 1];
  if (!its || !heading || !figure) return undefined;
  return { figure, title: table.title, line: its.label, column: heading.label, unit: heading.unit };
};

/**
 * What a figure is worked out of that adds up over returns, in the order in which it is written: of a count itself, of a share
 * those who chose it and those who answered, of a difference of shares both of each.
 */
export const termsOf = (figure: Figure): readonly Figure[] => {
  if (isAdditive(figure)) return [figure];
  if ('plus' in figure) return figure.plus.flatMap(termsOf);
  if ('minus' in figure) return figure.minus.flatMap(termsOf);
  return 'ratio' in figure ? figure.ratio.flatMap(termsOf) : [figure];
};

const isAdditive = (figure: Figure): boolean => {
  if ('sum' in figure) return true;
  if ('ratio' in figure) return false;
  return ('plus' in figure ? figure.plus : figure.minus).every(isAdditive);
};

/** Works a figure out of the sums of a tally, in: sums in their order, out: the figure and its terms. */
export const partOf = (
  figure: Figure,
  sums: readonly Sum[],
): ((values: readonly number[]) => { readonly value: number | undefined; readonly terms: readonly number[] }) => {
  const places = new Map(sums.map((sum, at) => [sumKey(sum), at]));
  const terms = termsOf(figure);
  return (values) => {
    const valueOf = (sum: Sum) => values[places.get(sumKey(sum)) ?? -1] ?? 0;
    return { value: figureOf(figure, valueOf), terms: terms.map((term) => figureOf(term, valueOf) ?? 0) };
  };
};
