import { day, lastDay } from '#core/words/date-words.ts';
import { tallyRoundWords } from '#core/words/tally-round-words.ts';
import type { ApiFailure } from '#api/collection-api.ts';
import type { WireRound } from '#wire/shapes.ts';

/** How the command is used. */
export const roundUsage = `How it is used:
  stem-returns round list                    the rounds there are
  stem-returns round open ID --title TITLE --instrument NAME@VERSION --academic-year 200910 --opens 2009-09-01
                                             opens a round
  stem-returns round change ID …             changes what is said of it and leaves the rest
  stem-returns round close ID                takes nothing more from now on
  --closes DAY      the last day on which returns are taken, or never
  --late yes|no     whether late returns are taken, with a reason (no)
  --detail WHAT     pupil: every row comes in; tally: only tallies, where rows are pupils; this says what is then
                    not to be had (pupil)
  --year-groups 7,9 the year groups expected
  --keep-until DAY  the day until which what came in is kept, or never
  --keep-tallies X  what stays when it is purged then: each return's tally, or only their sum (each)
  --json            as JSON, for a machine`;

/** A round, or all of them, as lines to read. */
export const roundLines = (rounds: WireRound | readonly WireRound[]): readonly string[] => {
  const all = Array.isArray(rounds) ? (rounds as readonly WireRound[]) : [rounds as WireRound];
  return all.length === 0 ? ['There are no rounds yet. See: stem-returns round open'] : all.map(roundLine);
};

const roundLine = (round: WireRound): string =>
  [
    `${round.id}  ${round.title}`,
    round.instrument,
    `${round.open ? 'open' : 'not open'}: from ${day(round.opens)}${round.closes === undefined ? ' without end' : ` until ${lastDay(round.closes)}`}`,
    ...(round.late ? ['late returns with a reason'] : []),
    ...(round.detail === 'tally' ? ['tallies only'] : []),
    ...(round.yearGroups.length === 0 ? [] : [`years ${round.yearGroups.join(', ')}`]),
    ...(round.purged !== undefined
      ? [`purged on ${day(round.purged)}`]
      : round.keepUntil === undefined
        ? []
        : [`kept until ${lastDay(round.keepUntil)}`]),
    ...(round.keepTallies === 'sum' ? ['then only the sum of its tallies'] : []),
  ].join('; ');

/** What to know before the first return comes in, of a round that was just opened. */
export const openedLines = (round: WireRound | readonly WireRound[]): readonly string[] =>
  'detail' in round && round.detail === 'tally' ? tallyRoundWords : [];

/** Why it was not done, and what to do. */
export const refusalLine = (failure: ApiFailure, id: string): string => {
  const problem = failure.kind === 'problem' ? failure.problem : undefined;
  switch (problem?.code) {
    case 'not-found':
      return `There is no round ${id}. See: stem-returns round list`;
    case 'key-reused':
      return `There is a round ${id} already, and it says something else. Change it with: stem-returns round change ${id}`;
    case 'tally-only':
      return `${id} takes tallies only, and they cannot be moved to another instrument. Open another round.`;
    case 'purged':
      return `${id} is purged and does not change any more. See: stem-returns purge certificate ${id}`;
    case 'invalid-request':
      return wrongLine(problem.detail ?? '');
    default:
      return `The rounds cannot be read or written just now (${problem?.code ?? failure.kind}). Try again.`;
  }
};

const wrongLine = (detail: string): string => {
  if (detail.includes('/detail'))
    return '--detail tally is for instruments whose rows are pupils, without fields that offer schools or other returns.';
  if (detail.includes('instrument'))
    return 'That instrument is not known here, or answers to the present one cannot be moved to it. Import it first: stem-returns instrument import';
  if (detail.includes('closes')) return 'A round must close after it opens. Look at --opens and --closes.';
  if (detail.includes('yearGroups')) return '--year-groups are different numbers from 0 to 14.';
  if (detail.includes('academicYear'))
    return '--academic-year is written like 200910, for September 2009 to August 2010.';
  if (detail.includes('id')) return 'An id is at most 20 letters, digits and hyphens, such as SR-200910.';
  return `This cannot be read: ${detail}`;
};
