import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { Place } from '../../../src/server/store/store.ts';

/** A server in a process of its own, and where it listens. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly base: string;
}

const started: ChildProcess[] = [];

/** Starts a server over a database, for so many schools: `killable-server.ts`. */
export const startServerProcess = async (place: Place, schools: number): Promise<ServerProcess> => {
  const loader = pathToFileURL(join(__dirname, '../../kit/run-typescript.mjs')).href;
  const server = join(__dirname, 'killable-server.ts');
  const child = spawn(process.execPath, ['--import', loader, server, JSON.stringify(place), String(schools)], {
    cwd: join(__dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const [base] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, base };
};

/** Whatever a test did not end itself. */
export const endServerProcesses = (): void => {
  for (const child of started) child.kill('SIGKILL');
};
