import type { Cell } from '../../cell.ts';

/**
 * What a cell might hold instead, shown with what it holds now and never put there by itself. `value` is a choice's
 * label, a number, a day as Excel's serial number (a cell for dates shows it as a day), or a text without stray spaces.
 */
export interface Fix {
  readonly kind: 'spelling' | 'spaces' | 'number' | 'date';
  readonly value: Cell;
}
