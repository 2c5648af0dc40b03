import type { Area, Cell, Grid } from '../cell.ts';
import type { RowInHand } from '../rules/row-in-hand.ts';
import { block } from './plan-context.ts';
import type { Block } from './sheet-plan.ts';

/** A formula of the check sheet, the area that it fills, and what it comes to. */
export interface CheckFormula {
  readonly area: Area;
  /** Stands over it, for whoever wants to follow the numbers. */
  readonly title: string;
  readonly formula: string;
  readonly result: Grid;
}

/** In its first cell only: it spills over the rest. */
export const formulaBlock = ({ area: { row, column }, formula, result }: CheckFormula): Block =>
  block(row, column, [[{ formula, result }]]);

/** The values of an area with a line for each of `lines`, from its top; `blank` in lines below them. */
export const downLines = (
  area: Area,
  lines: readonly RowInHand[],
  valueOf: (line: RowInHand, at: number) => Cell,
  blank: Cell = 0,
): Grid =>
  Array.from({ length: area.rows }, (_, at) => {
    const line = lines[at];
    return [line === undefined ? blank : valueOf(line, at)];
  });

/** The same for an area with several columns. */
export const acrossLines = (
  area: Area,
  lines: readonly RowInHand[],
  valueOf: (line: RowInHand, nth: number) => Cell,
): Grid =>
  Array.from({ length: area.rows }, (_, at) => {
    const line = lines[at];
    return Array.from({ length: area.columns }, (_, nth) => (line === undefined ? 0 : valueOf(line, nth)));
  });
