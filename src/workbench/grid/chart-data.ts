import type { Cell } from '#core/cell.ts';
import type { ModelCell } from '../engine/model.ts';

/** What a chart draws: a label for each category, and for each series a name and a number (or a gap) per category. */
export interface ChartData {
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

/**
 * Reads a chart's source as Excel does: a first line that holds no number, or whose corner is blank, names the series,
 * the first column in the same way names the categories. Blanks and texts among the numbers are gaps.
 */
export function chartData(source: readonly (readonly ModelCell[])[], seriesBy: 'Columns' | 'Rows'): ChartData {
  const cells = seriesBy === 'Columns' ? source : turned(source);
  const corner = cells[0]?.[0]?.value;
  const isBlank = corner === null || corner === '';
  const hasNames = isBlank || noNumbers((cells[0] ?? []).slice(1));
  const hasLabels = isBlank || noNumbers(cells.slice(1).map((line) => line[0]));
  const rows = hasNames ? cells.slice(1) : cells;
  const first = hasLabels ? 1 : 0;
  const width = cells[0]?.length ?? 0;
  return {
    labels: rows.map((line, index) => (hasLabels ? (line[0]?.text ?? '') : String(index + 1))),
    series: Array.from({ length: Math.max(0, width - first) }, (_, index) => ({
      name: hasNames ? (cells[0]?.[index + first]?.text ?? '') : `Series${index + 1}`,
      values: rows.map((line) => numberOrGap(line[index + first]?.value ?? null)),
    })),
  };
}

const noNumbers = (cells: readonly (ModelCell | undefined)[]): boolean =>
  cells.length > 0 && cells.every((cell) => typeof cell?.value !== 'number');

const numberOrGap = (value: Cell): number | null => (typeof value === 'number' ? value : null);

const turned = (cells: readonly (readonly ModelCell[])[]): ModelCell[][] =>
  (cells[0] ?? []).map((_, column) => cells.flatMap((line) => line[column] ?? []));
