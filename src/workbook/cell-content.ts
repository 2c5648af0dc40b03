import type { Cell } from '#core/cell.ts';
import type { Formula } from '#core/sheet/sheet-plan.ts';

/** The longest text that a cell holds; Excel would cut or refuse a longer one. */
export const longestText = 32_767;

/** Whether a text is longer than a cell can hold: it is told, never cut. */
export const isTooLong = (content: Cell | Formula): boolean =>
  typeof content === 'string' && content.length > longestText;

export const isFormula = (content: Cell | Formula): content is Formula =>
  typeof content === 'object' && content !== null;

/** Whether a content must not stand in a cell formatted as text, where it would turn into text. */
export const needsGeneral = (content: Cell | Formula): boolean =>
  isFormula(content) || typeof content === 'number' || typeof content === 'boolean';
