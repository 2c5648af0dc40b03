import type { Cell } from '#core/cell.ts';
import type { Formula } from '#core/sheet/sheet-plan.ts';
import { isFormula } from '../cell-content.ts';

/** What Excel is given for a cell: `null` would leave it as it is, an empty text clears it. */
export type Written = string | number | boolean | null;

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

/**
 * Everything is guarded but two words and more without a digit: there are more forms of numbers, dates, currencies and
 * errors, and names of TRUE in more languages, than a list could hold.
 */
const mayBeRead = (text: string): boolean => !/^\p{L}[^\p{N}]* \p{L}[^\p{N}]*$/u.test(text);
