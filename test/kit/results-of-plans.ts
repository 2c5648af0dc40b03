import type { Cell } from '#core/cell.ts';
import { fixedCell } from '#core/sheet/a1.ts';
import type { SheetPlan } from '#core/sheet/sheet-plan.ts';

/** A formula of a plan whose result is not what it comes to. */
export interface OtherResult {
  readonly cell: string;
  readonly formula: string;
  readonly planned: Cell;
  readonly found: Cell;
}

/**
 * Compares the results that a plan states for its formulas with what somebody has calculated: texts and counts exactly,
 * other numbers within 1e-12 of their size. `value` reads a cell of the calculated sheet; a blank cell is "".
 */
export const otherResults = (plan: SheetPlan, value: (row: number, column: number) => Cell): OtherResult[] =>
  plan.blocks.flatMap(({ area, content }) =>
    content.flatMap((line, down) =>
      line.flatMap((cell, right) => {
        if (typeof cell !== 'object' || cell === null) return [];
        const planned = cell.result?.[0]?.[0] ?? null;
        const [row, column] = [area.row + down, area.column + right];
        const found = value(row, column) ?? '';
        return sameNumber(planned, found)
          ? []
          : [{ cell: fixedCell(row, column), formula: cell.formula, planned, found }];
      }),
    ),
  );

/** Whole numbers must be the same; others may differ in their last digits. */
export const sameNumber = (a: Cell | undefined, b: Cell | undefined): boolean =>
  typeof a === 'number' && typeof b === 'number' && !(Number.isInteger(a) && Number.isInteger(b))
    ? Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a))
    : a === b;
