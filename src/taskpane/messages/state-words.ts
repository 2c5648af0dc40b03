import { takingOf } from '#core/returns/taking.ts';
import type { WirePerson, WireReturnLine, WireRound } from '#wire/shapes.ts';
import { count } from '#core/words/count-words.ts';
import { day, lastDay } from '#core/words/date-words.ts';

/**
 * How far a return is, in the words of the person who looks; `started` when its sheet stands in this workbook, `own` when
 * it is hers to fill.
 */
export const stateWords = (
  line: Pick<WireReturnLine, 'state'>,
  started: boolean,
  role: WirePerson['role'],
  own = role === 'school',
): string => {
  switch (line.state) {
    case 'not-started':
      return started && own ? 'In progress' : 'Not started';
    case 'in-progress':
      return 'In progress';
    case 'submitted':
      return 'Submitted';
    case 'questioned':
      return own ? `${readerWords(role)} has a question` : 'Question asked';
    case 'accepted':
      return 'Accepted';
    case 'reopened':
      return 'Reopened';
    case 'withdrawn':
      return 'Withdrawn';
  }
};

/** Who reads what somebody fills in, to begin a sentence with: a mentor reads her schools, the project team all others. */
export const readerWords = (filledBy: WirePerson['role']): string =>
  filledBy === 'school' ? 'Your mentor' : 'The project team';

/** What somebody does next with a return of her own. */
export const nextForOwner = (
  line: WireReturnLine,
  round: WireRound,
  started: boolean,
  now: string,
  role: WirePerson['role'] = 'school',
): string => {
  const taking = takingOf(round, line, now);
  if (taking !== 'open' && line.state !== 'accepted') {
    const soFar = line.revision === 0 ? 'This round is closed; nothing was submitted.' : 'This round is closed.';
    return taking === 'late' ? `${soFar} It still takes late returns: say why when you submit.` : soFar;
  }
  switch (line.state) {
    case 'not-started':
    case 'in-progress':
      return started
        ? 'Go on filling in. When nothing is left to fix, submit it.'
        : 'Add the sheet to this workbook to begin.';
    case 'submitted':
      return `Revision ${line.revision} was received${line.submittedAt === undefined ? '' : ` on ${day(line.submittedAt)}`}. ${role === 'project-team' ? 'Accept it when it is right.' : `${readerWords(role)} reads it next.`} You can still change it and submit again.`;
    case 'questioned':
      return `${count(line.openQuestions, 'question')} to answer. Open the return, answer beside each question, and submit again.`;
    case 'accepted':
      return `Revision ${line.accepted ?? line.revision} is accepted. Nothing is left to do${round.open ? '; you can still update it while the round is open' : ''}.`;
    case 'reopened':
      return 'The project team has given it back. Open it to see why. Change what is asked, or leave it where it is right, and submit again.';
    case 'withdrawn':
      return 'It was taken back and does not count. Put it right and submit again.';
  }
};

/** What happens next with a return, for those who read it; a mentor is told what to do herself. */
export const nextForReader = (line: WireReturnLine, role: WirePerson['role']): string => {
  switch (line.state) {
    case 'not-started':
      return 'The school has not begun yet.';
    case 'in-progress':
      return 'The school is filling it in; nothing is submitted yet.';
    case 'submitted':
      return `Revision ${line.revision} came in${line.submittedAt === undefined ? '' : ` on ${day(line.submittedAt)}`}. ${role === 'mentor' ? 'Read it, ask, or accept it.' : 'The mentor reads it next.'}`;
    case 'questioned':
      return `${count(line.openQuestions, 'question')} open. The school answers next.`;
    case 'accepted':
      return `Revision ${line.accepted ?? line.revision} is accepted.`;
    case 'reopened':
      return `Given back to the school; revision ${line.accepted ?? line.revision} counts until another is accepted.`;
    case 'withdrawn':
      return 'The return was taken back and does not count. The school submits it again.';
  }
};

/** Until when a round takes submissions. */
export const deadlineWords = (round: Pick<WireRound, 'open' | 'opens' | 'closes' | 'late'>, now: string): string => {
  if (round.open)
    return round.closes === undefined ? 'Open, without a closing date' : `Open until ${lastDay(round.closes)}`;
  return round.opens > now
    ? `Opens on ${day(round.opens)}`
    : `Closed${round.closes === undefined ? '' : ` since ${day(round.closes)}`}${round.late ? '; late returns are taken' : ''}`;
};
