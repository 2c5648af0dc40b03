import type { Area, Cell } from '../../cell.ts';
import type { Block, ChartPlan, Formula, Highlight, SheetPlan, StyleName } from '../sheet-plan.ts';

/** A part of a sheet: what it writes, and how many rows and columns it takes from where it begins. */
export interface SheetPart {
  readonly rows: number;
  readonly columns: number;
  readonly blocks: readonly Block[];
  readonly styles: SheetPlan['styles'];
  readonly charts: readonly ChartPlan[];
  readonly highlights?: readonly Highlight[];
}

export const styled = (row: number, column: number, rows: number, columns: number, style: StyleName) => ({
  area: { row, column, rows, columns } satisfies Area,
  style,
});

/** A formula with what it comes to, so that a file shows it without being calculated; nothing is "". */
export const worked = (formula: string, value: Cell | undefined): Formula => ({
  formula: `=${formula}`,
  result: [[value ?? '']],
});
