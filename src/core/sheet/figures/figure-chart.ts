import type { Measure } from '../../instrument/instrument.ts';
import type { FigureTable } from '../../measures/sums.ts';
import type { ChartPlan } from '../sheet-plan.ts';
import { figureWords } from './figure-words.ts';

/** Rows that a chart takes, the blank one above it included. */
export const chartRows = 18;

/** How many charts a person wants to look at on one sheet. */
const mostCharts = 5;

/** Kinds of tables that say more as a picture, and how many of each at most. */
const mostOf: Readonly<Partial<Record<Measure['kind'], number>>> = {
  distribution: 2,
  count: 1,
  share: 1,
  mean: 1,
  top: 1,
};

/** The measures that get a chart, in their order: the first ones of each kind that have something to compare. */
export const chartedMeasures = (
  measures: readonly Measure[],
  tables: readonly FigureTable[],
): ReadonlySet<string> => {
  const taken = new Map<Measure['kind'], number>();
  const charted = measures.filter((measure, at) => {
    const table = tables[at];
    const before = taken.get(measure.kind) ?? 0;
    if (table === undefined || before >= (mostOf[measure.kind] ?? 0) || !compares(measure, table)) return false;
    taken.set(measure.kind, before + 1);
    return true;
  });
  return new Set(charted.slice(0, mostCharts).map(({ id }) => id));
};

const compares = (measure: Measure, table: FigureTable): boolean => {
  const [lines, columns] = [partsOf(table.lines), partsOf(table.columns)];
  // Bars in pieces say something of a scale only.
  if (measure.kind === 'distribution') return columns > 1 && table.columns.some(({ unit }) => unit === 'mean');
  return measure.kind === 'top' ? lines > 1 : lines > 1 && columns > 1;
};

/** How many lines or columns stand at the beginning that are parts: these never move. */
const partsOf = (headings: readonly Pick<FigureTable['columns'][number], 'role'>[]): number => {
  const end = headings.findIndex(({ role }) => role !== 'part');
  return end < 0 ? headings.length : end;
};

/** The chart of a table whose title stands in `titleRow`, to be placed from `row` on. Totals and unknowns are left out. */
export const figureChart = (measure: Measure, table: FigureTable, titleRow: number, row: number): ChartPlan => {
  const parts = Math.max(1, partsOf(table.lines));
  const lines = table.ranked === undefined ? parts : Math.min(table.ranked.most, table.lines.length);
  const series = measure.kind === 'top' ? 1 : partsOf(table.columns);
  const by = 'by' in measure ? measure.by?.[0] : undefined;
  return {
    name: `${table.measure} by ${by === undefined || by === '#group' ? 'group' : by}`,
    kind: measure.kind === 'distribution' ? 'stacked-bar' : 'column',
    source: { row: titleRow + 1, column: 0, rows: lines + 1, columns: series + 1 },
    title: table.title,
    altText: figureWords.chartAlternative(table.title),
    place: { row, column: 0, rows: chartRows - 1, columns: 6 },
  };
};
