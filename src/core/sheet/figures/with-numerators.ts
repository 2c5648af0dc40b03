import { figureKey } from '../../measures/sum-key.ts';
import type { Figure, FigureTable } from '../../measures/sums.ts';
import { figureWords } from './figure-words.ts';

/**
 * A table with a further column for each column of ratios whose upper numbers stand nowhere in it: they are counted
 * there once, and ratios, totals and unknowns refer to them.
 */
export const withNumerators = (table: FigureTable): FigureTable => {
  const standing = new Set(table.lines.flatMap(({ cells }) => cells.map(figureKey)));
  const added = table.columns.flatMap(({ label }, at) => {
    const above = table.lines.map(({ cells }) => numeratorOf(cells[at]));
    return above.some((figure) => figure !== undefined && !standing.has(figureKey(figure))) ? [{ label, above }] : [];
  });
  return {
    ...table,
    columns: [
      ...table.columns,
      ...added.map(({ label }) => ({ label: figureWords.sumOf(label), role: 'beside', unit: 'sum' }) as const),
    ],
    lines: table.lines.map((line, at) => ({
      ...line,
      cells: [...line.cells, ...added.map(({ above }) => above[at] ?? nothing)],
    })),
  };
};

const nothing: Figure = { plus: [] };

const numeratorOf = (figure: Figure | undefined): Figure | undefined =>
  figure !== undefined && 'ratio' in figure ? figure.ratio[0] : undefined;
