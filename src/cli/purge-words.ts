import { count } from '#core/words/count-words.ts';
import { day, lastDay } from '#core/words/date-words.ts';
import type { Problem } from '#wire/problems.ts';
import type { RetentionAnswer } from '#wire/retention.ts';

/** How the command is used. */
export const purgeUsage = `How it is used:
  stem-returns purge list                    until when each round is kept, and which are due
  stem-returns purge ROUND                   tells what of a round would go
  stem-returns purge ROUND --yes             purges what the round holds about pupils, for good, and prints the certificate
  stem-returns purge certificate ROUND       prints the certificate again
  --reason TEXT     why; asked for when the round is to be kept longer
  --json            as JSON, for a machine`;

type Line = RetentionAnswer['rounds'][number];

/** Every round in a line, those that are due first. */
export const retentionLines = ({ rounds }: RetentionAnswer): string => {
  if (rounds.length === 0) return 'There are no rounds yet. See: stem-returns round open';
  const due = rounds.filter((line) => line.due);
  const others = rounds.filter((line) => !line.due);
  return [
    ...[...due, ...others].map(lineText),
    ...(due.length === 0 ? [] : ['Nothing goes by itself. For each that is due: stem-returns purge ROUND']),
  ].join('\n');
};

const lineText = ({ round, due, revisions }: Line): string => {
  const name = `${round.id}  ${round.title}; `;
  if (round.purged !== undefined) return `${name}purged on ${day(round.purged)}`;
  const held = count(revisions, 'revision');
  if (round.keepUntil === undefined) return `${name}no date is set; ${held}`;
  return `${name}${due ? 'DUE: was to be kept' : 'kept'} until ${lastDay(round.keepUntil)}; ${held}`;
};

/** What purging a round would do, and how to do it. */
export const wouldGo = ({ round, due, revisions }: Line): string =>
  [
    `Nothing is done yet. Of ${round.id} (${round.title}) would go, for good: the rows and explanations of ${count(revisions, 'revision')}, all questions, and who submitted, asked and accepted.`,
    round.keepTallies === 'sum'
      ? 'What the accepted returns add up to stays; the tally of each single return goes as well.'
      : 'The tallies stay, and so does what they add up to.',
    ...(due ? [] : ['Its date has not come: say why with --reason.']),
    'Make a backup only if you may keep it. Then add --yes.',
  ].join('\n');

/** Why it was not done, and what to do. */
export const purgeRefusal = ({ code }: Pick<Problem, 'code'>, round: string): string => {
  switch (code) {
    case 'not-found':
      return `There is no round ${round}. See: stem-returns round list`;
    case 'round-open':
      return `${round} still takes returns. Close it for good first: stem-returns round change ${round} --closes now --late no`;
    case 'not-due':
      return `${round} is kept longer than until today. Say why it must go now: --reason "…"`;
    case 'invalid-request':
      return 'A reason has at most 2,000 characters, and says something.';
    default:
      return `It cannot be purged just now (${code}). Nothing was done; try again.`;
  }
};
