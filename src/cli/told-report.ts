import { batchesOf } from '#core/batches-of.ts';
import { groupIssues, type IssueGroup } from '#core/rules/issue-groups.ts';
import type { FileReport, IssueReport, ReturnReport } from './check-file.ts';
import { damageLine } from './damage-lines.ts';
import { refusalWords, unreadWords } from './refusal-words.ts';

/** How `check` prints what it found: lines for people, or JSON for programs. */
export type Telling = 'lines' | 'json';

/** The report on a file as it is printed, and the exit code that it asks for. */
export interface ToldReport {
  readonly code: number;
  readonly text: string;
}

/** What `check` ends with: everything fine, something to fix, something that could not be read. */
const codes = { fine: 0, errors: 1, unreadable: 2 } as const;

/** A report in words; as JSON, with the words beside the codes. */
export const toldReport = (report: FileReport, as: Telling): ToldReport => ({
  code: codeOf(report),
  text: as === 'json' ? JSON.stringify(withWords(report), null, 2) : fileLines(report).join('\n'),
});

const codeOf = ({ refused, returns, unread }: FileReport): number => {
  if (refused || unread.length > 0) return codes.unreadable;
  return returns.some((one) => one.damage.length > 0 || one.issues.some(({ severity }) => severity === 'error'))
    ? codes.errors
    : codes.fine;
};

const fileLines = ({ file, refused, returns, unread }: FileReport): readonly string[] => [
  file,
  ...(refused ? [`  not checked: ${refusalWords(refused)}`] : []),
  ...unread.map((one) => `  not checked: the sheet “${one.sheet}” ${unreadWords(one)}`),
  ...returns.flatMap(returnLines),
];

const returnLines = (one: ReturnReport): readonly string[] => [
  `  ${one.title}, ${one.ownerName} (${one.owner}): ${one.rowsAnswered} of ${one.rows} rows answered, ${countsOf(one)}`,
  ...one.damage.map((damage) => `  ${one.sheet}  error    ${damageLine(damage)}`),
  ...groupIssues(one.issues.filter(({ explained }) => !explained)).flatMap(groupLines),
  ...groupIssues(one.issues.filter(({ explained }) => explained)).flatMap(groupLines),
];

/** What one rule found: in one cell a line, in several a line and their addresses below it. */
const groupLines = ({ severity, cells }: IssueGroup<IssueReport>): readonly string[] => {
  const [first] = cells;
  if (first === undefined) return [];
  const said = `${severity.padEnd(7)}  ${first.message}${first.explained ? ' (explained)' : ''}`;
  const addresses = cells.map(({ cell }) => cell ?? '(gone)');
  if (cells.length === 1) return [`  ${addresses[0]}  ${said}`];
  const lines = batchesOf(addresses, mostInLine).map((line) => `    ${line.join('  ')}`);
  return [`  ${cells.length} cells  ${said}`, ...lines];
};

/** Addresses in one line of a terminal. */
const mostInLine = 6;

const countsOf = ({ issues, damage }: ReturnReport): string => {
  const errors = issues.filter(({ severity }) => severity === 'error').length + damage.length;
  const warnings = issues.filter(({ severity, explained }) => severity === 'warning' && !explained).length;
  if (errors + warnings === 0) return 'nothing to fix';
  return [counted(errors, 'error'), counted(warnings, 'warning')].filter((part) => part !== '').join(', ');
};

const counted = (count: number, noun: string): string =>
  count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;

const withWords = (report: FileReport) => ({
  ...report,
  ...(report.refused ? { refused: { ...report.refused, words: refusalWords(report.refused) } } : {}),
  unread: report.unread.map((one) => ({ ...one, words: unreadWords(one) })),
});
