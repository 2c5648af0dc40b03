import { figureOf } from './figures-of.ts';
import type { Figure, FigureTable, Sum } from './sums.ts';
import { sumKey } from './sum-key.ts';

/** One figure of a measure's table, with where it stands: both numbers are counted from 1, lines and columns that are not shown included. */
export interface PlacedFigure {
  readonly figure: Figure;
  readonly measure: string;
  readonly title: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
  readonly line: string;
  readonly column: string;
  readonly unit: FigureTable['columns'][number]['unit'];
}

/** Which figures are meant: all of a table, of a line, of a column, or one. What is absent is not asked about. */
export interface FigurePlaces {
  readonly measure?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** The figures of some tables that are meant, table by table and line by line; none where nothing is there. */
export const figuresAt = (tables: readonly FigureTable[], meant: FigurePlaces): readonly PlacedFigure[] => {
  const isMeant = <T>(one: T | undefined, other: T): boolean => one === undefined || one === other;
  return tables
    .filter(({ measure }) => isMeant(meant.measure, measure))
    .flatMap(placedFigures)
    .filter(({ lineNumber, columnNumber }) => isMeant(meant.line, lineNumber) && isMeant(meant.column, columnNumber));
};

const placedFigures = ({ measure, title, lines, columns }: FigureTable): readonly PlacedFigure[] =>
  lines.flatMap(({ label, cells }, line) =>
    columns.flatMap((heading, column) => {
      const figure = cells[column];
      if (!figure) return [];
      return [
        {
          ...{ figure, measure, title, lineNumber: line + 1, columnNumber: column + 1 },
          ...{ line: label, column: heading.label, unit: heading.unit },
        },
      ];
    }),
  );

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

/** What a figure comes to, of all returns or of one: nothing where its base is 0, and the terms that it is worked out of. */
export interface FigurePart {
  readonly value: number | undefined;
  readonly terms: readonly number[];
}

/**
 * Works figures out of the sums of tallies, in: sums in their order, then a figure, then their values in a tally. Where each sum
 * of a figure stands is looked up once, for however many tallies.
 */
export const partsOf = (sums: readonly Sum[]): ((figure: Figure) => (values: readonly number[]) => FigurePart) => {
  const places = new Map(sums.map((sum, at) => [sumKey(sum), at]));
  const known = new Map<Sum, number>();
  const placeOf = (sum: Sum): number => {
    let place = known.get(sum);
    if (place === undefined) known.set(sum, (place = places.get(sumKey(sum)) ?? -1));
    return place;
  };
  return (figure) => {
    const terms = termsOf(figure);
    return (values) => {
      const valueOf = (sum: Sum) => values[placeOf(sum)] ?? 0;
      return { value: figureOf(figure, valueOf), terms: terms.map((term) => figureOf(term, valueOf) ?? 0) };
    };
  };
};

/** Whether a return with this part stands behind the figure: it gives something to a term of it. */
export const isBehind = ({ terms }: FigurePart): boolean => terms.some((term) => term !== 0);
