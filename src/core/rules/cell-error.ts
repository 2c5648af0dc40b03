import type { Cell } from '../cell.ts';
import { foldedText } from '../instrument/text-normal-form.ts';

/** The reserved rule of a cell that holds an error value of the spreadsheet: always an error, and the only issue there. */
export const cellErrorRule = 'cell-error';

/**
 * Every text by which a spreadsheet shows an error value. Typed as text they count as one too: nobody means them as
 * an answer, and read from a sheet the two cannot be told apart.
 */
export const cellErrorTexts = [
  '#N/A',
  '#VALUE!',
  '#REF!',
  '#DIV/0!',
  '#NUM!',
  '#NAME?',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#BUSY!',
  '#GETTING_DATA',
  '#CYCLE!',
  '#ERROR!',
] as const;

/**
 * What stands on the check sheet in place of an error value, so that one broken cell does not break the whole column.
 * It is no error text itself: the workbench's engine takes those for the errors they show.
 */
export const cellErrorMark = '#ERROR IN CELL';

const folded: ReadonlySet<string> = new Set([...cellErrorTexts, cellErrorMark].map(foldedText));

export const isCellError = (cell: Cell): boolean =>
  typeof cell === 'string' && cell.includes('#') && folded.has(foldedText(cell));

/** Elementwise: TRUE where the normal form is an error's. */
export const cellErrorFormula = (text: string): string =>
  `(${[cellErrorMark, ...cellErrorTexts].map((error) => `(${text}="${error}")`).join('+')}>0)`;
