import type { Cell, Grid } from '#core/cell.ts';
import type { SheetPlan } from '#core/sheet/sheet-plan.ts';

/** A plan's cells as a reader would find them, formulas as their text: a sheet before anything is calculated. */
export const planAsGrid = (plan: SheetPlan): Grid => {
  const rows = Math.max(0, ...plan.blocks.map(({ area }) => area.row + area.rows));
  const columns = Math.max(0, ...plan.blocks.map(({ area }) => area.column + area.columns));
  const grid: Cell[][] = Array.from({ length: rows }, () => Array<Cell>(columns).fill(null));
  for (const { area, content } of plan.blocks)
    content.forEach((line, row) =>
      line.forEach((cell, column) => {
        const found = grid[area.row + row];
        if (found) found[area.column + column] = typeof cell === 'object' && cell !== null ? cell.formula : cell;
      }),
    );
  return grid;
};
