import type { WirePerson, WireReturnLine, WireRound } from '#wire/shapes.ts';
import { count } from './count-words.ts';
import { day, lastDay } from './date-words.ts';

/** How far a return is, in the words of the person who looks; `started` when its sheet stands in this workbook. */
export const stateWords = (
  line: Pick<WireReturnLine, 'state'>,
  started: boolean,
  role: WirePerson['role'],
): string => {
  switch (line.state) {
    case 'not-started':
      return started && role === 'school' ? 'In progress' : 'Not started';
    case 'submitted':
      return 'Submitted';
    case 'questioned':
      return role === 'school' ? 'Your mentor has a question' : 'Question asked';
    case 'accepted':
      return 'Accepted';
  }
};

/** What a school does next with a return. */
export const nextForSchool = (line: WireReturnLine, round: WireRound, started: boolean): string => {
  if (!round.open && line.state !== 'accepted') {
    return line.revision === 0 ? 'This round is closed; nothing was submitted.' : 'This round is closed.';
  }
  switch (line.state) {
    case 'not-started':
      return started
        ? 'Go on filling in. When nothing is left to fix, submit it.'
        : 'Add the sheet to this workbook to begin.';
    case 'submitted':
      return `Revision ${line.revision} was received${line.submittedAt === undefined ? '' : ` on ${day(line.submittedAt)}`}. Your mentor reads it next. You can still change it and submit again.`;
    case 'questioned':
      return `${count(line.openQuestions, 'question')} to answer. Open the return, answer beside each question, and submit again.`;
    case 'accepted':
      return `Revision ${line.accepted ?? line.revision} is accepted. Nothing is left to do${round.open ? '; you can still update it while the round is open' : ''}.`;
  }
};

/** What happens next with a return, for those who read it; a mentor is told what to do herself. */
export const nextForReader = (line: WireReturnLine, role: WirePerson['role']): string => {
  switch (line.state) {
    case 'not-started':
      return 'The school has not submitted yet.';
    case 'submitted':
      return `Revision ${line.revision} came in${line.submittedAt === undefined ? '' : ` on ${day(line.submittedAt)}`}. ${role === 'mentor' ? 'Read it, ask, or accept it.' : 'The mentor reads it next.'}`;
    case 'questioned':
      return `${count(line.openQuestions, 'question')} open. The school answers next.`;
    case 'accepted':
      return `Revision ${line.accepted ?? line.revision} is accepted.`;
  }
};

/** Until when a round takes submissions. */
export const deadlineWords = (round: Pick<WireRound, 'open' | 'opens' | 'closes'>, now: string): string => {
  if (round.open)
    return round.closes === undefined ? 'Open, without a closing date' : `Open until ${lastDay(round.closes)}`;
  return round.opens > now
    ? `Opens on ${day(round.opens)}`
    : `Closed${round.closes === undefined ? '' : ` since ${day(round.closes)}`}`;
};
