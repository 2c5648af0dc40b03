import type { ChaseLine } from '#flows/chase-list.ts';
import type { Outcomes } from '#flows/accept-many.ts';
import type { ProgressAnswer } from '#wire/progress.ts';
import type { ProblemCode } from '#wire/problems.ts';
import type { WireState } from '#wire/shapes.ts';
import { count, figure, list } from '#core/words/count-words.ts';
import { yearsInWords } from '#core/words/year-group-words.ts';
import type { Note } from './words.ts';

/** Whose turn it is, or was on a day in the past, and for how long: "Mentor’s turn for 12 days", "Nothing to do". */
export const waitingWords = (
  { turn, daysWaiting }: Pick<ChaseLine, 'turn' | 'daysWaiting'>,
  past = false,
): string => {
  if (turn === 'nobody') return 'Nothing to do';
  const whose = turn === 'school' ? 'School’s turn' : 'Mentor’s turn';
  if (daysWaiting === undefined) return whose;
  return daysWaiting === 0
    ? `${whose} since ${past ? 'that day' : 'today'}`
    : `${whose} for ${count(daysWaiting, 'day')}`;
};

/** A line of the chase list below its name; `past` where it is of a day in the past. */
export const chaseWords = (line: ChaseLine, past = false): string =>
  [
    waitingWords(line, past),
    ...(line.openQuestions > 0 ? [`${count(line.openQuestions, 'question')} open`] : []),
    ...(line.yearsMissing ? [`no pupils of ${yearsInWords(line.yearsMissing)}`] : []),
    ...(line.accepted !== undefined && line.state !== 'accepted' ? [`revision ${line.accepted} counts`] : []),
  ].join(' · ');

/** The states a chart shows, in the order of a return's life; those that are rare only where there are some. */
export const chartBars = (
  counts: ProgressAnswer['counts'],
): readonly { readonly state: WireState; readonly label: string; readonly number: number }[] => [
  { state: 'not-started', label: 'Not started', number: counts.notStarted },
  { state: 'in-progress', label: 'Started', number: counts.started },
  { state: 'submitted', label: 'Submitted', number: counts.submitted },
  { state: 'questioned', label: 'Questioned', number: counts.questioned },
  { state: 'accepted', label: 'Accepted', number: counts.accepted },
  ...(counts.reopened > 0 ? [{ state: 'reopened' as const, label: 'Reopened', number: counts.reopened }] : []),
  ...(counts.withdrawn > 0 ? [{ state: 'withdrawn' as const, label: 'Withdrawn', number: counts.withdrawn }] : []),
];

/** The chart in one sentence, for people who listen. */
export const chartWords = (counts: ProgressAnswer['counts']): string =>
  `Of ${count(counts.enlisted, 'return')}: ${list(chartBars(counts).map(({ label, number }) => `${figure(number)} ${label.toLowerCase()}`))}.`;

const refusedWords = (code: ProblemCode | undefined): string =>
  code === 'state' ? 'it has moved on meanwhile' : code === 'not-found' ? 'it is not there' : 'the server refused it';

/** What became of many acceptances. */
export const acceptedWords = (outcomes: Outcomes, nameOf: (owner: string) => string): Note => {
  const accepted = outcomes.filter((outcome) => outcome.accepted).length;
  const refused = outcomes.filter((outcome) => !outcome.accepted);
  const title = `${count(accepted, 'return is', 'returns are')} accepted.`;
  if (refused.length === 0) return { intent: 'success', title, todo: 'They count in the results from now on.' };
  const told = refused.slice(0, 5).map(({ owner, code }) => `${nameOf(owner)} (${refusedWords(code)})`);
  const more = refused.length > told.length ? ` and ${refused.length - told.length} more` : '';
  return {
    intent: 'warning',
    title: `${title} ${count(refused.length, 'was', 'were')} not.`,
    todo: `${list(told)}${more}. Look at each: a newer revision may have come in.`,
  };
};
