import type { FormulaPlan } from './formula-plan.ts';
import type { Place, Span } from './span.ts';

/** Where a formula stands, and which it is: the base formula moved by x columns and y rows. */
export interface Written {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A formula that is kept between calculations, with what is known of its last result. */
export interface KeptFormula {
  readonly written: Written;
  plan: FormulaPlan | undefined;
  /** The cells of its last result; `undefined` before the first. */
  area: Span | undefined;
  /** The cells that it would fill, were they free. */
  blocked: Span | undefined;
  /** How far it is from cells that are typed: formulas are calculated from low to high. */
  level: number;
  /** What is to be calculated: everything, or lines of the result counted from 0, ends included. */
  due: 'all' | readonly [number, number] | undefined;
  /** Its result is to be written even if it is the old one: the cell was overwritten. */
  isRewritten: boolean;
  /** How often it was calculated in this calculation: a formula that reads itself must end. */
  runs: number;
}

export const keepFormula = (written: Written): KeptFormula => ({
  written,
  plan: undefined,
  area: undefined,
  blocked: undefined,
  level: 0,
  due: 'all',
  isRewritten: true,
  runs: 0,
});

export const anchorOf = ({ row, column }: Written): Span => ({
  startRow: row,
  endRow: row,
  startColumn: column,
  endColumn: column,
});

/** The cells that a formula's result stands in: its own, before it has one. */
export const resultOf = ({ written, area }: KeptFormula): Place => ({
  sheet: written.sheet,
  span: area ?? anchorOf(written),
});
