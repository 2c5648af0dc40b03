import { spawn, type ChildProcess } from 'node:child_process';
import type { Refusal } from './refusal-words.ts';
import { toldReport, type Telling, type ToldReport } from './told-report.ts';

/** How long one file may take. */
const longest = 30_000;

/** What is checked and how: in so many processes, with the instruments of a folder at hand besides the built-in ones. */
export interface Checking {
  readonly files: readonly string[];
  readonly processes: number;
  readonly instruments: string | undefined;
  readonly as: Telling;
}

/**
 * Checks files in processes of their own, several at a time; calls back with each report as it comes. It comes in words,
 * because a report of thousands of issues takes longer to take to pieces here than to make there. A file that takes its
 * process down is reported as such, and the others go on in a new one.
 */
export const checkFiles = async (
  checking: Checking,
  onReport: (report: ToldReport, at: number) => void,
): Promise<void> => {
  const { files, processes, as } = checking;
  let next = 0;
  const work = async (): Promise<void> => {
    let child: ChildProcess | undefined;
    while (next < files.length) {
      const at = next;
      next += 1;
      const file = files[at] ?? '';
      child = child?.connected ? child : start(checking);
      const answer = await ask(child, file);
      onReport('text' in answer ? answer : toldReport({ file, refused: answer, returns: [], unread: [] }, as), at);
    }
    child?.disconnect();
  };
  await Promise.all(Array.from({ length: Math.min(processes, files.length) }, work));
};

/** This very program, built or not, in another process. */
const start = ({ as, instruments }: Checking): ChildProcess =>
  spawn(
    process.execPath,
    [
      ...process.execArgv,
      process.argv[1] ?? '',
      'check-child',
      as,
      ...(instruments === undefined ? [] : [instruments]),
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { PATH: process.env['PATH'] },
    },
  );

const ask = (child: ChildProcess, file: string): Promise<ToldReport | Refusal> =>
  new Promise((resolve) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, longest);
    const finish = (answer: ToldReport | Refusal) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(answer);
    };
    child.once('message', (report) => finish(report as ToldReport));
    child.once('error', () => finish({ kind: 'ended-early' }));
    child.once('exit', (_, signal) =>
      finish({ kind: late ? 'took-too-long' : signal === 'SIGKILL' ? 'took-too-much-memory' : 'ended-early' }),
    );
    child.send(file);
  });
