import { onceKey, type Instrument } from '../instrument/instrument.ts';
import type { AnswerRow } from './content.ts';

/**
 * What of an accepted return is worth copying into the next round, to be confirmed there: answers about fixed rows, and
 * what is asked once. The rows of an open table, pupils or visits, are others every time.
 */
export const carriedOver = (
  { rows: { kind } }: Pick<Instrument, 'rows'>,
  rows: readonly AnswerRow[],
): readonly AnswerRow[] => (kind === 'fixed' ? rows : rows.filter(({ key }) => key === onceKey));
