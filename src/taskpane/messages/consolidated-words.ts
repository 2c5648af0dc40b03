import type { ConsolidatedRound } from '#flows/consolidate.ts';
import { figure } from '#core/words/count-words.ts';
import type { WireRound } from '#wire/shapes.ts';
import type { Note } from './words.ts';

/** What the master sheet holds; where the answers are too many for a sheet, how to get them as a file. */
export const consolidatedWords = (
  { id }: Pick<WireRound, 'id'>,
  { accepted, returned, enlisted, tooManyRows }: Omit<ConsolidatedRound, 'sheet'>,
): Note => {
  const holds = `${accepted} accepted of ${returned} returned of ${enlisted} enlisted.`;
  const keep = 'It is drawn anew each time: type nothing into it. Save the workbook to keep it.';
  if (tooManyRows === undefined) {
    return {
      intent: 'success',
      title: 'The master sheet is in this workbook.',
      todo: `It holds ${holds} ${keep}`,
    };
  }
  return {
    intent: 'warning',
    title: 'The master sheet holds the numbers, not the answers.',
    todo: `${figure(tooManyRows)} rows of answers are too many for Excel. The numbers are of ${holds} ${keep} All answers as a file: press Save as a file under Programme, Rounds; of a whole nation rather stem-returns export --round ${id} --out answers.csv.`,
  };
};
