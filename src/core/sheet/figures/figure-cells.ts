import { figureFormula, type FigureWriter } from '../../measures/figure-formula.ts';
import { figureKey } from '../../measures/sum-key.ts';
import { fixedCell } from '../a1.ts';
import type { Formula } from '../sheet-plan.ts';
import type { FigureTableOnSheet } from './figure-table.ts';
import { worked } from './sheet-part.ts';

export interface FigureCells {
  readonly lines: readonly (readonly Formula[])[];
  /** For further formulas over the same table: a figure that stands in it is referred to. */
  readonly writer: FigureWriter;
}

/**
 * The figures of a table as formulas, the first line beginning at a cell. What stands in the table, or in further columns
 * that are made for it, is referred to, so that every number is counted once.
 */
export const figureCells = (
  { table, numbersOf, terms, measured }: FigureTableOnSheet,
  row: number,
  column: number,
): FigureCells => {
  const standing = new Map(
    table.lines.flatMap(({ cells }, line) =>
      cells.map((figure, at) => [figureKey(figure), fixedCell(row + line, column + at)] as const),
    ),
  );
  const numbers = numbersOf(table);
  const writer = { terms, measured, standing };
  return {
    writer,
    lines: table.lines.map(({ cells }, line) =>
      cells.map((figure, at) => worked(figureFormula(figure, writer), numbers.lines[line]?.cells[at])),
    ),
  };
};
