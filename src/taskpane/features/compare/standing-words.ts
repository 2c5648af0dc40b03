import { takesTheSame } from '#core/returns/states.ts';
import type { Standing } from '#flows/compare-with-server.ts';
import { count } from '#core/words/count-words.ts';
import { moment } from '#core/words/date-words.ts';
import type { Note } from '../../messages/words.ts';

/** How the workbook stands against the server, in words, for the person who fills it. */
export const standingWords = (standing: Standing): Note => {
  const { latest } = standing.answer;
  if (!latest) return { intent: 'info', title: 'Nothing is submitted yet.', todo: '' };
  const { revision, at, by } = latest.receipt;
  if (standing.sameAsServer) {
    return {
      intent: 'success',
      title:
        latest.tallied === undefined
          ? 'The server holds exactly what you see.'
          : 'The server holds the tallies of exactly what you see.',
      todo: `Revision ${revision}, received on ${moment(at)}.${takesTheSame(standing.answer.line.state) ? ' If it is right as it stands, submit it again.' : ''}`,
    };
  }
  if (standing.newerOnServer) {
    return {
      intent: 'warning',
      title: `Revision ${revision} is on the server and not in this workbook.`,
      todo: `${by} submitted it on ${moment(at)}, from another workbook. Compare before you go on.`,
    };
  }
  return {
    intent: 'info',
    title: 'The server holds an older version.',
    todo:
      latest.content === undefined
        ? `This workbook counts otherwise than revision ${revision}. Submit to send what you see.`
        : standing.differing.length === 0
          ? `Your explanations differ from revision ${revision}. Submit to send them.`
          : `${count(standing.differing.length, 'cell differs', 'cells differ')} from revision ${revision}. Submit to send what you see.`,
  };
};
