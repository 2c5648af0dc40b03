import { figureFormula, type FigureWriter } from '../../measures/figure-formula.ts';
import { shownPlaces, unitsOf } from '../../measures/shown-places.ts';
import { figureKey } from '../../measures/sum-key.ts';
import type { Figure, FigureTable } from '../../measures/sums.ts';
import { fixedArea, fixedCell } from '../a1.ts';
import { block } from '../plan-context.ts';
import type { Formula } from '../sheet-plan.ts';
import { figureCells } from './figure-cells.ts';
import { styleOfUnit, type FigureTableOnSheet } from './figure-table.ts';
import { figureWords } from './figure-words.ts';
import { styled, worked, type SheetPart } from './sheet-part.ts';
import { withNumerators } from './with-numerators.ts';

/** Where a table with all its lines and columns stands; the table that is read looks up in it. Zero-based. */
export interface BehindLayout {
  /** The places of columns; the labels one below, the first line two below. */
  readonly row: number;
  /** The places of lines; the labels one right, the first numbers two right. */
  readonly column: number;
}

/**
 * Beside a table that does not show everything: all of it, and before each line and above each column the place where
 * it is shown. An unknown that is 0 has none; ranked lines have theirs by size, of equal ones the first.
 */
export const behindPart = (shown: FigureTableOnSheet, { row, column }: BehindLayout): SheetPart => {
  const table = withNumerators(shown.table);
  const on = { ...shown, table };
  const [firstRow, firstColumn] = [row + 2, column + 2];
  const cells = figureCells(on, firstRow, firstColumn);
  const places = placesOf(on, cells.writer, { row, column });
  const height = table.lines.length;
  return {
    rows: height + 2,
    columns: table.columns.length + 2,
    blocks: [
      block(row, column, [[figureWords.behind, null, ...places.columns]]),
      block(row + 1, column, [[figureWords.place, table.corner, ...table.columns.map(({ label }) => label)]]),
      ...(height === 0
        ? []
        : [
            block(
              firstRow,
              column,
              table.lines.map(({ label }, at) => [places.lines[at] ?? null, label, ...(cells.lines[at] ?? [])]),
            ),
          ]),
    ],
    styles: [
      styled(row, column, 1, 1, 'note'),
      styled(row + 1, column, 1, table.columns.length + 2, 'header-ours'),
      ...(height === 0
        ? []
        : [
            styled(firstRow, column, height, table.columns.length + 2, 'ours'),
            ...table.columns.map(({ unit }, at) => styled(firstRow, firstColumn + at, height, 1, styleOfUnit(unit))),
          ]),
    ],
    charts: [],
  };
};

const placesOf = (
  { table, numbersOf }: FigureTableOnSheet,
  writer: FigureWriter,
  { row, column }: BehindLayout,
): Record<'lines' | 'columns', readonly (number | Formula | null)[]> => {
  const { ranked } = table;
  const numbers = numbersOf(table);
  // Every rank stands there, also beyond those that are shown.
  const now = shownPlaces(ranked === undefined ? numbers : { ...numbers, ranked: { ...ranked, most: Infinity } });
  const down = (at: number) => fixedCell(row + 2 + at, column);
  const lines =
    ranked === undefined
      ? placesInOrder(table.lines, now.lines, writer, down)
      : rankPlaces(table, now.lines, { row: row + 2, column: column + 2 + ranked.by });
  const columns = unitsOf(table.columns).flatMap(({ from, to }): readonly (number | Formula | null)[] => {
    const unit = table.columns.slice(from, to);
    if (unit[0]?.unit === 'sum') return unit.map(() => null);
    return placesInOrder(unit, now.columns.slice(from, to), writer, (at) => fixedCell(row, column + 2 + from + at));
  });
  return { lines, columns };
};

/** 1, 2, 3 … without those that are not shown: a number until one may be missing, then counted. */
const placesInOrder = (
  headings: readonly Pick<FigureTable['lines'][number], 'role' | 'behind'>[],
  now: readonly (number | undefined)[],
  writer: FigureWriter,
  cell: (at: number) => string,
): readonly (number | Formula)[] => {
  const firstUnknown = headings.findIndex(({ role }) => role === 'unknown');
  return headings.map(({ behind }, at) => {
    if (firstUnknown < 0 || at < firstUnknown) return at + 1;
    const next = at === 0 ? '1' : `COUNT(${cell(0)}:${cell(at - 1)})+1`;
    return worked(behind === undefined ? next : `IF(${said(behind, writer)}=0,"",${next})`, now[at]);
  });
};

const said = (figure: Figure, writer: FigureWriter): string =>
  writer.standing.get(figureKey(figure)) ?? figureFormula(figure, writer);

/** How many are larger, or as large and before it. */
const rankPlaces = (
  { lines }: FigureTable,
  now: readonly (number | undefined)[],
  first: { readonly row: number; readonly column: number },
): readonly Formula[] => {
  const all = fixedArea({ ...first, rows: lines.length, columns: 1 });
  return lines.map((_, at) => {
    const size = fixedCell(first.row + at, first.column);
    const soFar = fixedArea({ ...first, rows: at + 1, columns: 1 });
    return worked(`IF(${size}=0,"",COUNTIF(${all},">"&${size})+COUNTIF(${soFar},${size}))`, now[at]);
  });
};
