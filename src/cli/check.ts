import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '#core/result.ts';
import { readSettings } from '#server/main.ts';
import { checkFiles } from './check-files.ts';
import type { FileReport, IssueReport, ReturnReport } from './check-file.ts';
import { damageLine } from './damage-lines.ts';
import { instrumentsAtHand } from './instruments-at-hand.ts';
import { refusalWords, unreadWords } from './refusal-words.ts';

/** What `check` ends with: everything fine, something to fix, something that could not be read. */
const codes = { fine: 0, errors: 1, unreadable: 2 } as const;

/**
 * `stem-returns check FILES… [--json]`: checks the returns in workbook files and prints what there is to do, file by
 * file in the order given. Answers the exit code.
 */
export const check = async (args: readonly string[]): Promise<Result<number, string>> => {
  const asked = readArgs(args);
  if (!asked.ok) return asked;
  const { files, json, processes } = asked.value;
  const settings = readSettings();
  if (!settings.ok) return settings;
  const folder = settings.value.instruments;
  const instruments = await instrumentsAtHand(folder);
  if (!instruments.ok) return instruments;
  const reports = new Map<number, FileReport>();
  let printed = 0;
  await checkFiles(files, processes, folder, (report, at) => {
    reports.set(at, report);
    for (let ready = reports.get(printed); ready && !json; ready = reports.get(printed)) {
      console.log(fileLines(ready).join('\n'));
      printed += 1;
    }
  });
  const all = files.flatMap((_, at) => reports.get(at) ?? []);
  if (json) console.log(JSON.stringify(all.map(withWords), null, 2));
  return ok(Math.max(...all.map(codeOf)));
};

const readArgs = (
  args: readonly string[],
): Result<{ readonly files: readonly string[]; readonly json: boolean; readonly processes: number }, string> => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, processes: { type: 'string' } },
    });
    if (positionals.length === 0) return failed('Which files? For example: stem-returns check returns/*.xlsx');
    const processes = Number(values.processes ?? Math.min(4, availableParallelism()));
    if (!Number.isInteger(processes) || processes < 1) return failed('--processes must be a whole number from 1 on.');
    return ok({ files: positionals, json: values.json ?? false, processes });
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
};

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
  ...one.issues.map(issueLine),
];

const issueLine = ({ cell, severity, message, explained }: IssueReport): string =>
  `  ${cell ?? '(gone)'}  ${severity.padEnd(7)}  ${message}${explained ? ' (explained)' : ''}`;

const countsOf = ({ issues, damage }: ReturnReport): string => {
  const errors = issues.filter(({ severity }) => severity === 'error').length + damage.length;
  const warnings = issues.filter(({ severity, explained }) => severity === 'warning' && !explained).length;
  if (errors + warnings === 0) return 'nothing to fix';
  return [counted(errors, 'error'), counted(warnings, 'warning')].filter((part) => part !== '').join(', ');
};

const counted = (count: number, noun: string): string =>
  count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;

/** For programs that read the report: the words beside the codes. */
const withWords = (report: FileReport) => ({
  ...report,
  ...(report.refused ? { refused: { ...report.refused, words: refusalWords(report.refused) } } : {}),
  unread: report.unread.map((one) => ({ ...one, words: unreadWords(one) })),
});
