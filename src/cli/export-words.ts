import type { Problem } from '#wire/problems.ts';

/** How the command is used. */
export const exportUsage = `How it is used:
  stem-returns export --round SR-200809 --out answers.csv
                      all that counts in a round, as a file
  --table WHAT        answers: a line for each row of each accepted return; owners: a line for each owner, with
                      what is asked once; totals: a line for each figure; behind: which returns are behind each
                      figure, return by return (answers)
  --measure M --line N --column N
                      with --table behind: of one figure, by its numbers in the totals; --measure alone: of all
                      figures of that measure
  --format csv|json   (csv)
  --as-at DAY         as it stood at the end of that day, such as 2009-06-30 (now)
  stem-returns export --school 999001 --out everything-999001.json
                      all that is held about one school`;

/** Why it was not done, and what to do. */
export const exportRefusalLine = (
  { code, detail = '' }: Partial<Problem>,
  round: string,
  ofFigure: boolean,
): string => {
  if (code === 'not-found' && ofFigure) {
    return `There is no round ${round}, or no such figure in it. --table totals lists each with its measure and numbers.`;
  }
  if (code === 'not-found') return `There is no round ${round}. See: stem-returns round list`;
  if (code === 'tally-only') return 'This round takes tallies only, so there are no answers: ask for --table totals.';
  if (code === 'purged') return 'What was collected in this round is purged: ask for --table totals.';
  if (detail.includes('as-at')) return '--as-at is a day such as 2009-06-30.';
  if (detail.includes('format')) return '--format is csv or json.';
  if (/measure|line|column/.test(detail)) {
    return '--measure, --line and --column name a figure as --table totals lists it, and go with --table behind.';
  }
  if (detail.includes('table')) return '--table is answers, owners, totals or behind.';
  return `The round cannot be read just now (${code ?? 'no answer'}). Try again.`;
};
