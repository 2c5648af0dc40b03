import type { Measure } from '../../instrument/instrument.ts';
import type { FigureTable } from '../../measures/sums.ts';
import { chartedMeasures, chartRows, figureChart } from './figure-chart.ts';
import { figurePart, rowsOfFigures } from './figure-part.ts';
import type { FigureTableOnSheet } from './figure-table.ts';
import type { SheetPart } from './sheet-part.ts';

/** The widest table; what stands behind tables begins one column right of it. */
export const widthOf = (tables: readonly FigureTableOnSheet[]): number =>
  Math.max(1, ...tables.map(({ table }) => table.columns.length + 1));

/** Tables one below the other in their order, a blank row between them; a chart stands below its table. */
export const figuresBelow = (
  measures: readonly Measure[],
  tables: readonly FigureTableOnSheet[],
  first: { readonly row: number; readonly column: number },
  withCharts: boolean,
): readonly SheetPart[] => {
  const charted = withCharts
    ? chartedMeasures(
        measures,
        tables.map(({ table }) => table),
      )
    : new Set<string>();
  const behindColumn = first.column + widthOf(tables) + 1;
  let { row } = first;
  return tables.map((on, at): SheetPart => {
    const measure = measures[at];
    const part = figurePart(on, { row, column: first.column, behindColumn });
    const below = row + part.rows + 1;
    const chart =
      measure !== undefined && charted.has(measure.id) ? figureChart(measure, on.table, row, below) : undefined;
    const rows = part.rows + (chart === undefined ? 0 : chartRows + 1);
    row += rows + 1;
    return { ...part, rows, charts: chart === undefined ? [] : [chart] };
  });
};

/** Rows that tables without charts take together, the blank row below each included. */
export const rowsOfTables = (tables: readonly FigureTable[]): number =>
  tables.reduce((rows, table) => rows + rowsOfFigures(table) + 1, 0);

/** Rows that parts take together, the blank row below each included. */
export const rowsOfParts = (parts: readonly SheetPart[]): number =>
  parts.reduce((rows, part) => rows + part.rows + 1, 0);
