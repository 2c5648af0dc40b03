import type { Cell } from '../cell.ts';
import { normalText } from './text-normal-form.ts';

/** Digits, one point at most, a minus before them; at most 15 digits, as Excel keeps them. */
const plainNumber = /^-?(?:\d+\.?\d*|\.\d+)$/;

/**
 * The number a cell holds: a number, or a text that is nothing but one ("12", "-3.5", "007"). Thousands separators, per
 * cents, currencies and exponents are not guessed at: `undefined`, as for a blank cell and for TRUE.
 */
export const readNumber = (cell: Cell): number | undefined => {
  // Adding nought makes "-0" the number that Excel makes of it.
  if (typeof cell === 'number') return cell + 0;
  if (typeof cell !== 'string') return undefined;
  const text = normalText(cell);
  return text.length <= 16 && plainNumber.test(text) ? Number(text) + 0 : undefined;
};
