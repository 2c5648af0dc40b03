import type { Choice, Derived } from '../instrument/instrument.ts';
import { holds } from '../rules/condition.ts';
import type { RowInHand } from '../rules/row-in-hand.ts';
import { tableWords } from './table-words.ts';

/** What measures read in a derived field. */
export const derivedChoices: readonly Choice[] = [
  { code: 'yes', label: tableWords.yes, accepts: [] },
  { code: 'no', label: tableWords.no, accepts: [] },
];

/** What a row says in a derived field; `undefined` where its base does not hold. */
export const derivedCode = ({ base, yes }: Derived, row: RowInHand): 'yes' | 'no' | undefined =>
  holds(base, row) ? (holds(yes, row) ? 'yes' : 'no') : undefined;
