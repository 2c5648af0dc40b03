import type { Cell } from '../cell.ts';

/** Nothing was typed: `null`, absent or an empty text. A single blank is something typed. */
export const isBlank = (value: Cell | undefined): value is null | undefined | '' =>
  value === null || value === undefined || value === '';

/** Whether two cells hold exactly the same typed value; all kinds of blank are the same. */
export const sameValue = (a: Cell | undefined, b: Cell | undefined): boolean => (isBlank(a) ? isBlank(b) : a === b);
