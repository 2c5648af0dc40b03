import type { RetentionAnswer } from '#wire/retention.ts';
import type { WireRound } from '#wire/shapes.ts';
import { count } from '#core/words/count-words.ts';
import { day, lastDay } from '#core/words/date-words.ts';

/** A round and how long it is kept. */
export type KeptRound = RetentionAnswer['rounds'][number];

/** What stays of the tallies of a purged round, as it is chosen. */
export const keepTalliesChoices: Readonly<Record<'each' | 'sum', string>> = {
  each: 'The counts of each return, without a row',
  sum: 'Only what all of them add up to',
};

/** Until when a round is kept, or that it is due or purged; nothing where that is not decided. */
export const keptWords = ({ round, due }: KeptRound): string | undefined => {
  if (round.purged !== undefined) return `What was collected about pupils was purged on ${day(round.purged)}.`;
  if (round.keepUntil === undefined) return undefined;
  if (!due) return `It is kept until ${lastDay(round.keepUntil)}.`;
  const until = `It was to be kept until ${lastDay(round.keepUntil)}.`;
  return round.open ? `${until} Close it first, then purge it.` : `${until} Purge it: nothing goes by itself.`;
};

/** What would go and what would stay if the round were purged now. */
export const purgeFacts = ({ round, revisions }: KeptRound): readonly (readonly [name: string, value: string])[] => [
  [
    'Goes for good',
    `the rows and explanations of ${count(revisions, 'revision')}, all questions with what was said to them, and the names of those who submitted, asked and accepted`,
  ],
  [
    'Stays',
    `how far each return was and when, the ${revisions === 1 ? 'number and fingerprint' : 'numbers and fingerprints'} of ${count(revisions, 'receipt')}, and ${staying(round)}`,
  ],
];

const staying = ({ keepTallies }: WireRound): string =>
  keepTallies === 'sum'
    ? 'what the accepted returns add up to; the counts of each single return go as well'
    : 'the counts of each return and what they add up to';

/** What is said about the certificate of a purged round. */
export const certificateWords = {
  what: 'This certificate says what went, when and by whom. It is kept here; print or copy it for your files.',
  copied: 'The certificate is copied.',
  notCopied: 'This Excel does not let the pane copy. Select the text and press Ctrl and C.',
};
