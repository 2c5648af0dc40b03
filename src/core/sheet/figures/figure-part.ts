import { shownPlaces, unitsOf } from '../../measures/shown-places.ts';
import type { FigureTable } from '../../measures/sums.ts';
import type { Cell } from '../../cell.ts';
import { block } from '../plan-context.ts';
import type { Block, Formula } from '../sheet-plan.ts';
import { behindPart } from './behind-part.ts';
import { figureCells } from './figure-cells.ts';
import { showsAll, styleOfUnit, type FigureTableOnSheet } from './figure-table.ts';
import { lookUp } from './look-up.ts';
import { spareHighlights, sparePlaces } from './spare-places.ts';
import { styled, type SheetPart } from './sheet-part.ts';

/** Where a table begins: its title, and the names of its lines below. Zero-based. */
export interface FigurePlace {
  readonly row: number;
  readonly column: number;
  /** Where the whole of a table stands that does not show everything. */
  readonly behindColumn: number;
}

/** Rows that a table takes on a sheet, with its title, its header, and what stands behind it. */
export const rowsOfFigures = (table: FigureTable): number =>
  Math.max(heightOf(table), showsAll(table) ? 0 : table.lines.length + 2);

const heightOf = ({ ranked, lines }: FigureTable): number =>
  2 + (ranked === undefined ? lines.length : Math.min(ranked.most, lines.length));

/**
 * A measure's table with its title. One that does not show everything is looked up in the whole table, which stands
 * right of it: where there is no unknown, the total takes its place and the last line or column is blank.
 */
export const figurePart = (on: FigureTableOnSheet, { row, column, behindColumn }: FigurePlace): SheetPart => {
  const { table } = on;
  const height = heightOf(table) - 2;
  const width = table.columns.length + 1;
  const direct = showsAll(table);
  const behind = direct ? undefined : behindPart(on, { row, column: behindColumn });
  const body = direct ? directBody(on, row + 2, column + 1) : lookedUpBody(on, row, behindColumn, height);
  const spare = sparePlaces(table);
  const totals = table.ranked === undefined && !spare.line ? trailing(table) : 0;
  const [lookedHeight, lookedWidth] = [height - (spare.line ? 1 : 0), width - (spare.column ? 1 : 0)];
  return {
    rows: rowsOfFigures(table),
    columns: width,
    blocks: [block(row, column, [[table.title]]), block(row + 1, column, body), ...(behind?.blocks ?? [])],
    styles: [
      styled(row, column, 1, 1, 'subtitle'),
      styled(row + 1, column, 1, lookedWidth, 'header-ours'),
      ...(height === 0
        ? []
        : [
            styled(row + 2, column, lookedHeight, 1, 'label'),
            styled(row + 2, column + 1, lookedHeight, lookedWidth - 1, 'ours'),
            ...(totals === 0 ? [] : [styled(row + 2 + height - totals, column, totals, lookedWidth, 'total')]),
            ...table.columns.map(({ unit }, at) => styled(row + 2, column + at + 1, height, 1, styleOfUnit(unit))),
          ]),
      ...(behind?.styles ?? []),
    ],
    charts: [],
    highlights: spareHighlights(table, { row: row + 1, column }, height),
  };
};

/** The lines at the end that are totals, or take the place of one. */
const trailing = ({ lines }: FigureTable): number => {
  const from = lines.findIndex(({ role }) => role === 'total' || role === 'unknown');
  return from < 0 ? 0 : lines.length - from;
};

const directBody = (on: FigureTableOnSheet, firstRow: number, firstColumn: number): Block['content'] => {
  const { table } = on;
  const { lines } = figureCells(on, firstRow, firstColumn);
  return [
    [table.corner, ...table.columns.map(({ label }) => label)],
    ...table.lines.map(({ label }, at) => [label, ...(lines[at] ?? [])]),
  ];
};

const lookedUpBody = (
  { table, numbersOf }: FigureTableOnSheet,
  row: number,
  column: number,
  height: number,
): Block['content'] => {
  const numbers = numbersOf(table);
  const places = shownPlaces(numbers);
  const find = lookUp(table, { row, column });
  const lineAt = (place: number) => numbers.lines[places.lines.indexOf(place)];
  const columns = unitsOf(table.columns).flatMap(({ from, to }) =>
    table.columns.slice(from, to).map((_, at) => {
      const found = places.columns.slice(from, to).indexOf(at + 1);
      return { unit: { from, to }, place: at + 1, found: found < 0 ? undefined : from + found };
    }),
  );
  const header = columns.map(({ unit, place, found }) =>
    find.columnLabel(unit, place, found === undefined ? undefined : table.columns[found]?.label),
  );
  const lines = Array.from({ length: height }, (_, at): readonly (Cell | Formula)[] => {
    const line = lineAt(at + 1);
    return [
      find.lineLabel(at + 1, line?.label),
      ...columns.map(({ unit, place, found }) =>
        find.cell(at + 1, unit, place, found === undefined ? undefined : line?.cells[found]),
      ),
    ];
  });
  return [[table.corner, ...header], ...lines];
};
