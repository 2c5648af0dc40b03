import type { Cell } from '../cell.ts';
import type { Choice } from './instrument.ts';
import { foldedText } from './text-normal-form.ts';

/** Every spelling by which a choice is understood: its label, its code, and what it accepts besides. */
export const spellingsOf = (choice: Choice): readonly string[] => [choice.label, choice.code, ...choice.accepts];

/**
 * Which choice a cell means: its text, in the text normal form and folding case, is one of the choice's spellings.
 * `undefined` for a blank cell and for one that is not understood. Whether the choice may be made on this row is the
 * rule `one-of`'s business.
 */
export const interpret = (choices: readonly Choice[], cell: Cell): Choice | undefined => {
  const text = foldedText(cell);
  if (text === '') return undefined;
  return choices.find((choice) => spellingsOf(choice).some((spelling) => foldedText(spelling) === text));
};
