import type { RoundFault, RoundFaults, yearsNotOffered } from '#flows/round-form.ts';
import type { WireRound } from '#wire/shapes.ts';
import type { Problem } from '#wire/problems.ts';
import { list } from '#core/words/count-words.ts';
import { lastDay } from '#core/words/date-words.ts';
import { yearsInWords } from '#core/words/year-group-words.ts';
import { tallyRoundWords } from '#core/words/tally-round-words.ts';
import { keepTalliesChoices } from './retention-words.ts';
import type { Note } from './words.ts';

/** "2008/09". */
export const yearWords = (academicYear: string): string => `${academicYear.slice(0, 4)}/${academicYear.slice(4)}`;

/** What is to know of a round besides its title and its dates. */
export const roundFacts = (
  round: WireRound,
  instrumentTitle: string,
): readonly (readonly [name: string, value: string])[] => [
  ['Asks', instrumentTitle],
  ['Academic year', yearWords(round.academicYear)],
  ['Code', round.id],
  ['Late returns', round.late ? 'are taken, with a reason' : 'are not taken'],
  ['What leaves the school', detailWords[round.detail]],
  ...(round.yearGroups.length === 0 ? [] : [['Year groups', list(round.yearGroups.map(String))] as const]),
  ...(round.keepUntil === undefined ? [] : [['Kept until', lastDay(round.keepUntil)] as const]),
  ...(round.keepTallies === 'sum' ? [['Then stays', keepTalliesChoices.sum.toLowerCase()] as const] : []),
];

export const detailWords: Readonly<Record<WireRound['detail'], string>> = {
  pupil: 'every row',
  tally: 'only counts and sums',
};

/** What each choice means, line by line, before it is chosen: it cannot be changed later. */
export const detailChoices: Readonly<Record<WireRound['detail'] | 'rows only', readonly string[]>> = {
  pupil: [
    'Every row comes to the server. Mentors can ask about single cells, and the server checks each return once more.',
  ],
  'rows only': [
    'Every row comes to the server. Counts and sums alone are for sheets whose rows are pupils; the rows of this one are not, or offer schools or other returns to choose from.',
  ],
  tally: tallyRoundWords,
};

const faults: Readonly<Record<RoundFault, string>> = {
  missing: 'Please fill this in first.',
  'no-day': 'This is no day of the calendar.',
  'before-it-opens': 'A round must close after it opens.',
  'no-code': 'At most 20 letters, digits and hyphens, such as AB-200910.',
  taken: 'There is a round with this code already. Choose another one.',
  'no-year-groups': 'Different numbers from 0 to 14, parted by commas, such as 7, 9.',
};

/** What is wrong with a part of the form of a round; nothing when it is right. */
export const roundFaultWords = (found: RoundFaults, part: keyof RoundFaults): string | undefined => {
  const fault = found[part];
  return fault === undefined ? undefined : faults[fault];
};

/** That a round expects year groups which nobody can choose: "Only Years 7 and 9 can be chosen in these sheets, not Year 8." */
export const notOfferedWords = ({ years, offered }: NonNullable<ReturnType<typeof yearsNotOffered>>): string =>
  `Only ${yearsInWords(offered)} can be chosen in these sheets, not ${yearsInWords(years)}. Please check it; the round can be made like this.`;

/** Why the endpoint would not open or change a round; nothing where the usual words do. */
export const roundProblemNote = ({ code, detail = '' }: Problem): Note | undefined => {
  if (code === 'key-reused')
    return { intent: 'error', title: 'There is a round with this code already.', todo: 'Choose another code.' };
  if (code !== 'invalid-request') return undefined;
  if (detail.includes('instrument'))
    return {
      intent: 'error',
      title: 'The server does not have this instrument, or answers given so far cannot be moved to it.',
      todo: 'Choose another one, or ask whoever looks after the server to import it.',
    };
  if (detail.includes('detail'))
    return {
      intent: 'error',
      title: 'This instrument cannot be collected as counts and sums only.',
      todo: 'Choose “every row”: its rows are not pupils, or offer schools or other returns to choose from.',
    };
  return {
    intent: 'error',
    title: 'The dates do not hang together.',
    todo: 'A round must close after it opens. Look at its days once more.',
  };
};
