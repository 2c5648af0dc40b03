import type { Grid } from '../cell.ts';
import { normalText } from '../instrument/text-normal-form.ts';

/** Where the hidden sheets say which version of the instrument they were made for: beside their code. */
export const witnessCell = { row: 0, column: 1 } as const;

/**
 * The version of the instrument that a hidden sheet says it was made for, such as `pupil-counts@1`; `undefined` where
 * there is none. It only hints: what counts is the sheet's code and its round.
 */
export const versionWitness = (grid: Grid): string | undefined => {
  const text = normalText(grid[witnessCell.row]?.[witnessCell.column] ?? null);
  return /^[a-z0-9-]+@\d+$/.test(text) ? text : undefined;
};
