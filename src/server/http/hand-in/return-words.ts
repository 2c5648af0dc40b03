import type { Cell } from '#core/cell.ts';
import { onceKey, type Instrument } from '#core/instrument/instrument.ts';
import { isBlank } from '#core/returns/same-value.ts';
import { takingOf } from '#core/returns/taking.ts';
import { count } from '#core/words/count-words.ts';
import { day, lastDay } from '#core/words/date-words.ts';
import type { WirePerson, WireReturnLine, WireRound } from '#wire/shapes.ts';

/** Who reads what somebody hands in, to begin a sentence with. */
export const readerWords = (role: WirePerson['role']): string =>
  role === 'school' ? 'Your mentor' : 'The project team';

/** How far a return of her own is. */
export const stateWords = ({ state }: Pick<WireReturnLine, 'state'>, role: WirePerson['role']): string =>
  ({
    'not-started': 'Not started',
    'in-progress': 'In progress',
    submitted: 'Submitted',
    questioned: `${readerWords(role)} has a question`,
    accepted: 'Accepted',
    reopened: 'Reopened',
    withdrawn: 'Withdrawn',
  })[state];

/** Whose turn it is with a return of her own. */
export const turnWords = ({ turn }: Pick<WireReturnLine, 'turn'>, role: WirePerson['role']): string =>
  ({ school: 'Your turn', mentor: `${readerWords(role)} reads it`, nobody: 'Nothing is left to do' })[turn];

/** What she does next with a return of her own. */
export const nextWords = (line: WireReturnLine, round: WireRound, now: string, role: WirePerson['role']): string => {
  const taking = takingOf(round, line, now);
  if (taking !== 'open' && line.state !== 'accepted') {
    const soFar = line.revision === 0 ? 'This round is closed; nothing was submitted.' : 'This round is closed.';
    return taking === 'late' ? `${soFar} It still takes late returns: say why when you hand it in.` : soFar;
  }
  switch (line.state) {
    case 'not-started':
    case 'in-progress':
      return 'Download your workbook, fill it in, save it, and hand it in here.';
    case 'submitted':
      return `Revision ${line.revision} was received${line.submittedAt === undefined ? '' : ` on ${day(line.submittedAt)}`}. ${readerWords(role)} reads it next. You can still change it and hand it in again.`;
    case 'questioned':
      return `${count(line.openQuestions, 'question')} to answer. Answer below, or in a freshly downloaded workbook, and hand it in again.`;
    case 'accepted':
      return `Revision ${line.accepted ?? line.revision} is accepted. Nothing is left to do${round.open ? '; you can still hand in an update while the round is open' : ''}.`;
    case 'reopened':
      return 'The project team has given it back. See why below. Change what is asked, or leave it where it is right, and hand it in again.';
    case 'withdrawn':
      return 'It was taken back and does not count. Put it right and hand it in again.';
  }
};

/** Until when a round takes returns. */
export const deadlineWords = (round: WireRound, now: string): string => {
  if (round.open)
    return round.closes === undefined ? 'Open, without a closing date' : `Open until ${lastDay(round.closes)}`;
  if (round.opens > now) return `Opens on ${day(round.opens)}`;
  const since = round.closes === undefined ? '' : ` since ${day(round.closes)}`;
  return `Closed${since}${round.late ? '; late returns are taken' : ''}`;
};

/** A cell as people find it: "A3 · Evidence", in an open table "No. 12 · Year group", and what is asked once by its own words. */
export const placeWords = (
  { rows, fields, once = [] }: Pick<Instrument, 'fields' | 'once' | 'rows'>,
  row: string,
  field: string,
): string => {
  const label = [...fields, ...once].find(({ id }) => id === field)?.label ?? field;
  if (row === onceKey) return label;
  return `${rows.kind === 'open' ? `No. ${row}` : row} · ${label}`;
};

/** A value as it stands in the sheet; a blank cell is said to be blank. */
export const valueWords = (value: Cell): string => {
  if (isBlank(value)) return 'blank';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
};
