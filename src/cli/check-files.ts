import { spawn, type ChildProcess } from 'node:child_process';
import type { FileReport } from './check-file.ts';
import type { Refusal } from './refusal-words.ts';

/** How long one file may take. */
const longest = 30_000;

/**
 * Checks files in processes of their own, several at a time, with the instruments imported into a folder at hand; calls back with each report as it comes. A file that
 * takes its process down is reported as such, and the others go on in a new one.
 */
export const checkFiles = async (
  files: readonly string[],
  processes: number,
  instruments: string | undefined,
  onReport: (report: FileReport, at: number) => void,
): Promise<void> => {
  let next = 0;
  const work = async (): Promise<void> => {
    let child: ChildProcess | undefined;
    while (next < files.length) {
      const at = next;
      next += 1;
      const file = files[at] ?? '';
      child = child?.connected ? child : start(instruments);
      const answer = await ask(child, file);
      onReport('file' in answer ? answer : { file, refused: answer, returns: [], unread: [] }, at);
    }
    child?.disconnect();
  };
  await Promise.all(Array.from({ length: Math.min(processes, files.length) }, work));
};

/** This very program, built or not, in another process. */
const start = (instruments: string | undefined): ChildProcess =>
  spawn(
    process.execPath,
    [...process.execArgv, process.argv[1] ?? '', 'check-child', ...(instruments === undefined ? [] : [instruments])],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { PATH: process.env['PATH'] },
    },
  );

const ask = (child: ChildProcess, file: string): Promise<FileReport | Refusal> =>
  new Promise((resolve) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, longest);
    const finish = (answer: FileReport | Refusal) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(answer);
    };
    child.once('message', (report) => finish(report as FileReport));
    child.once('error', () => finish({ kind: 'ended-early' }));
    child.once('exit', (_, signal) =>
      finish({ kind: late ? 'took-too-long' : signal === 'SIGKILL' ? 'took-too-much-memory' : 'ended-early' }),
    );
    child.send(file);
  });
