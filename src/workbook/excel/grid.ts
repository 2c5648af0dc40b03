import type { Cell, Grid } from '#core/cell.ts';

/** Excel's values as cells: a blank cell is an empty text there; errors are texts and dates are numbers already. */
export const gridOf = (values: readonly (readonly unknown[])[]): Grid =>
  Array.from(values, (row) => Array.from(row, cellOf));

const cellOf = (value: unknown): Cell =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null;
