import type { ConsolidatedRound } from '#flows/consolidate.ts';
import { figure } from '#core/words/count-words.ts';
import type { WireRound } from '#wire/shapes.ts';
import { dayInWords } from '#core/words/date-words.ts';
import { nothingThen } from './as-at-words.ts';
import type { Note } from './words.ts';

/**
 * What the master sheet holds, and of which day in the past; why it holds nothing then; where the answers are too many for a
 * sheet, how to get them as a file.
 */
export const consolidatedWords = (
  round: Pick<WireRound, 'id' | 'opens'>,
  { accepted, returned, enlisted, tooManyRows, asAt }: Omit<ConsolidatedRound, 'sheet'>,
): Note => {
  const holds = `${accepted} accepted of ${returned} returned of ${enlisted} enlisted.`;
  const own = asAt === undefined ? '' : 'It is a sheet of its own: the master of now stays as it is. ';
  const keep = `${own}It is drawn anew each time: type nothing into it. Save the workbook to keep it.`;
  const nothing = asAt === undefined ? undefined : nothingThen(round, asAt, { enlisted, begun: returned > 0 });
  const which = asAt === undefined ? 'The master sheet' : `The master sheet as at the end of ${dayInWords(asAt)}`;
  if (nothing) {
    return { intent: 'warning', title: `${which} holds no returns.`, todo: `${nothing.title} ${nothing.todo}` };
  }
  if (tooManyRows === undefined) {
    return { intent: 'success', title: `${which} is in this workbook.`, todo: `It holds ${holds} ${keep}` };
  }
  const command = `stem-returns export --round ${round.id}${asAt === undefined ? '' : ` --as-at ${asAt}`} --out answers.csv`;
  return {
    intent: 'warning',
    title: `${which} holds the numbers, not the answers.`,
    todo: `${figure(tooManyRows)} rows of answers are too many for Excel. The numbers are of ${holds} ${keep} All answers as a file: press Save as a file under Programme, Rounds${asAt === undefined ? '' : ', and choose that day'}; of a whole nation rather ${command}.`,
  };
};
