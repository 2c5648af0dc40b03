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

/** What is started: bare of all but the endpoint, to be killed; or as the product starts and stops it, on SIGTERM. */
type Script = 'killable-server.ts' | 'stoppable-server.ts';

/** Starts a server over a database, for so many schools. */
export const startServerProcess = async (
  place: Place,
  schools: number,
  script: Script = 'killable-server.ts',
): Promise<ServerProcess> => {
  const loader = pathToFileURL(join(__dirname, '../../kit/run-typescript.mjs')).href;
  const server = join(__dirname, script);
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
