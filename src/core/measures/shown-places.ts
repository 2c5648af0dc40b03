import type { FigureTable } from './sums.ts';

/** Where lines and columns of a table are shown, counted from 1; `undefined` for those that are not. */
export interface ShownPlaces {
  readonly lines: readonly (number | undefined)[];
  /** Counted anew from where a unit begins, so that a column never takes the place of one with another unit. */
  readonly columns: readonly (number | undefined)[];
}

/**
 * What of a table is shown: an unknown only where it is not 0; of ranked lines the largest, ties in their own order,
 * none that is 0.
 */
export const shownPlaces = ({ columns, lines, ranked }: FigureTable<number | undefined>): ShownPlaces => {
  const parts = unitsOf(columns).flatMap(({ from, to }) => inOrder(columns.slice(from, to)));
  if (ranked === undefined) return { lines: inOrder(lines), columns: parts };
  const sizes = lines.map(({ cells }) => cells[ranked.by] ?? 0);
  const places = sizes.map((size, at) => {
    const before = sizes.filter((other, place) => other > size || (other === size && place < at)).length;
    return size === 0 || before >= ranked.most ? undefined : before + 1;
  });
  return { lines: places, columns: parts };
};

type Headed = Pick<FigureTable<number | undefined>['lines'][number], 'role' | 'behind'>;

const inOrder = (headings: readonly Headed[]): (number | undefined)[] => {
  let shown = 0;
  return headings.map(({ role, behind }) => (role === 'unknown' && (behind ?? 0) === 0 ? undefined : (shown += 1)));
};

/** The runs of columns with one unit, `to` being the first that is not in it any more. */
export const unitsOf = (
  columns: readonly Pick<FigureTable['columns'][number], 'unit'>[],
): readonly { readonly from: number; readonly to: number }[] =>
  columns.flatMap(({ unit }, from) => {
    if (columns[from - 1]?.unit === unit) return [];
    const rest = columns.slice(from).findIndex((column) => column.unit !== unit);
    return [{ from, to: rest < 0 ? columns.length : from + rest }];
  });

/** Which lines and columns of a table are shown, counted from 0: lines as they are read, ranked ones the largest first. */
export const shownOrder = (
  table: FigureTable<number | undefined>,
): { readonly lines: readonly number[]; readonly columns: readonly number[] } => {
  const { lines, columns } = shownPlaces(table);
  const shown = (places: ShownPlaces['lines']) =>
    places.flatMap((place, at) => (place === undefined ? [] : [{ place, at }]));
  return {
    lines: shown(lines)
      .sort((a, b) => a.place - b.place)
      .map(({ at }) => at),
    columns: shown(columns).map(({ at }) => at),
  };
};

/** A table as it is read: without what is not shown, ranked lines in their order. */
export const shownTable = (table: FigureTable<number | undefined>): FigureTable<number | undefined> => {
  const { lines, columns } = shownOrder(table);
  const taken = <T>(all: readonly T[], places: readonly number[]): readonly T[] =>
    places.flatMap((at) => all.slice(at, at + 1));
  return {
    ...table,
    columns: taken(table.columns, columns),
    lines: taken(table.lines, lines).map((line) => ({ ...line, cells: taken(line.cells, columns) })),
  };
};
