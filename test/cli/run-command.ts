import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { commandLine } from '../kit/command-line.ts';

/** Runs the command line in a process of its own, to its end. */
export const runCommand = async (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly printed: string }> => {
  const child = spawn(process.execPath, [...commandLine, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (printed += String(piece)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, printed };
};
