import { compileMeasure } from '../measures/compile.ts';
import { figuresOf } from '../measures/figures-of.ts';
import { measuredOf } from '../measures/measured.ts';
import { tallierOf } from '../measures/tally.ts';
import { figuresBelow, rowsOfParts, widthOf } from './figures/figures-below.ts';
import type { FigureTableOnSheet } from './figures/figure-table.ts';
import { styled, type SheetPart } from './figures/sheet-part.ts';
import { findingsPart } from './findings-part.ts';
import { measureTerms } from './measure-terms.ts';
import { blankPlan, block, ownerLine, type PlanContext } from './plan-context.ts';
import { progressFormula } from './progress.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { sheetWords } from './sheet-words.ts';

const firstColumnWidth = 46;
const columnWidth = 14;
const firstPartRow = 6;

/**
 * The summary of one return, in live formulas over the check sheet only: the table of each measure, some with a chart,
 * then the findings. Sorting the entry sheet changes no number. What tables are looked up in stands right of them,
 * outside the printed page.
 */
export const planSummary = (context: PlanContext): SheetPlan => {
  const plan = blankPlan(context, 'summary');
  const measures = context.instrument.measures.filter(({ kind }) => kind !== 'finding');
  const tables = tablesOf(context);
  const figures = figuresBelow(measures, tables, { row: firstPartRow, column: 0 }, true);
  const findings = findingParts(context, firstPartRow + rowsOfParts(figures));
  const parts = [...figures, ...findings];
  const columns = Math.max(widthOf(tables), ...findings.map((part) => part.columns));
  const drawn = Math.max(
    columns,
    ...parts.flatMap(({ blocks }) => blocks.map(({ area }) => area.column + area.columns)),
  );
  return {
    ...plan,
    blocks: [
      block(0, 0, [[`${context.instrument.title}: ${sheetWords.summary}`]]),
      block(1, 0, [[ownerLine(context)]]),
      block(2, 0, [[plan.code]]),
      block(3, 0, [[progressFormula(context)]]),
      block(4, 0, [[sheetWords.notForPublication]]),
      ...parts.flatMap((part) => part.blocks),
    ],
    styles: [
      ...(['title', 'subtitle', 'code', 'subtitle', 'note'] as const).map((style, at) => styled(at, 0, 1, 1, style)),
      ...parts.flatMap((part) => part.styles),
    ],
    columnWidths: Array.from({ length: drawn }, (_, column) => ({
      column,
      width: column === 0 ? firstColumnWidth : columnWidth,
    })),
    charts: parts.flatMap((part) => part.charts),
    highlights: parts.flatMap(({ highlights = [] }) => highlights),
    print: {
      landscape: true,
      area: { row: 0, column: 0, rows: firstPartRow + rowsOfParts(parts), columns },
    },
  };
};

/** The tables of all measures but findings, with what they come to now. */
const tablesOf = (context: PlanContext): readonly FigureTableOnSheet[] => {
  const { instrument, circumstances, answers } = context;
  const measured = measuredOf(instrument, circumstances);
  const tallier = tallierOf(instrument, circumstances);
  const { sums } = tallier.of({ rows: answers });
  const terms = measureTerms(context);
  return instrument.measures
    .filter(({ kind }) => kind !== 'finding')
    .map((measure) => ({
      table: compileMeasure(measure, measured),
      numbersOf: (table) => figuresOf(table, tallier.sums, sums),
      terms,
      measured,
    }));
};

const findingParts = (context: PlanContext, firstRow: number): readonly SheetPart[] => {
  const findings = context.instrument.measures.filter((measure) => measure.kind === 'finding');
  let row = firstRow;
  return (['barrier', 'indicator'] as const).flatMap((direction) =>
    (['median', 'any', 'all'] as const).flatMap((countedBy) => {
      const some = findings.filter((one) => one.direction === direction && (one.countedBy ?? 'median') === countedBy);
      if (some.length === 0) return [];
      const part = findingsPart(context, { direction, countedBy }, some, row);
      row += part.rows + 1;
      return [part];
    }),
  );
};
