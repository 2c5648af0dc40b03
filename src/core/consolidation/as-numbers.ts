import type { Cell } from '../cell.ts';
import { block } from '../sheet/plan-context.ts';
import type { Block, Formula } from '../sheet/sheet-plan.ts';

/**
 * Blocks with each formula's result in its place: for sheets that hold nothing which formulas could be worked out of. One
 * that spills is written out over the cells that it spills into.
 */
export const asNumbers = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((one) => [
    { ...one, content: one.content.map((line) => line.map(numberOf)) },
    ...one.content.flatMap((line, row) =>
      line.flatMap((cell, column) =>
        isFormula(cell) && cell.result !== undefined && !isOneCell(cell.result)
          ? [
              block(
                one.area.row + row,
                one.area.column + column,
                cell.result.map((spilt) => spilt.map(numberOf)),
              ),
            ]
          : [],
      ),
    ),
  ]);

const numberOf = (cell: Cell | Formula): Cell => {
  const value = isFormula(cell) ? (cell.result?.[0]?.[0] ?? null) : cell;
  return value === '' ? null : value;
};

const isFormula = (cell: Cell | Formula): cell is Formula => typeof cell === 'object' && cell !== null;

const isOneCell = (result: NonNullable<Formula['result']>): boolean => result.length === 1 && result[0]?.length === 1;
