import type { Cell } from '#core/cell.ts';
import type { Formula } from '#core/sheet/sheet-plan.ts';

/** The longest text that a cell holds; Excel would cut or refuse a longer one. */
export const longestText = 32_767;

/** What Excel is given for a cell: `null` would leave it as it is, an empty text clears it. */
export type Written = string | number | boolean | null;

export const isFormula = (content: Cell | Formula): content is Formula =>
  typeof content === 'object' && content !== null;

/**
 * What to write so that the cell holds exactly this. Excel reads text as it reads typing: `=1`, `007`, `1-2` or `TRUE`
 * would turn into something else. A leading apostrophe stops that and is not part of the text; in a cell formatted as
 * text (`inTextCell`) nothing needs stopping but an apostrophe of the text itself.
 */
export const written = (content: Cell | Formula, blank: '' | null, inTextCell: boolean): Written => {
  if (content === null || content === '') return blank;
  if (isFormula(content)) return content.formula;
  if (typeof content === 'number' && !Number.isFinite(content)) {
    throw new Error('a cell cannot hold a number that is not finite');
  }
  if (typeof content !== 'string') return content;
  const guarded = content.startsWith("'") || (!inTextCell && mayBeRead(content));
  return guarded ? `'${content}` : content;
};

/** Whether a content must not stand in a cell formatted as text, where it would turn into text. */
export const needsGeneral = (content: Cell | Formula): boolean =>
  isFormula(content) || typeof content === 'number' || typeof content === 'boolean';

/**
 * Everything is guarded but two words and more without a digit: there are more forms of numbers, dates, currencies and
 * errors, and names of TRUE in more languages, than a list could hold.
 */
const mayBeRead = (text: string): boolean => !/^\p{L}[^\p{N}]* \p{L}[^\p{N}]*$/u.test(text);

/** Whether a text is longer than a cell can hold. */
export const isTooLong = (content: Cell | Formula): boolean =>
  typeof content === 'string' && content.length > longestText;
