import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Place } from '../../src/server/store/store.ts';
import { memoryOf } from './memory-of.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The built program. */
export const main = join(process.env.BENCH_DIST ?? join(root, 'dist'), 'node/main.mjs');

export const isBuilt = (): boolean => existsSync(main);

/** A server in a process of its own. */
export interface RunningServer {
  readonly url: string;
  readonly pid: number;
  /** The most memory in MB that it held since it was last asked, as looked at every 50 ms. */
  peak(): number;
  stop(): Promise<void>;
}

/** The built `stem-returns serve` over a database, as in a deployment; its log goes nowhere. */
export const startServer = (place: Place): Promise<RunningServer> =>
  startProcess([main, 'serve'], 'file' in place ? { STEM_DATA: place.file } : { DATABASE_URL: place.url });

/** What a server on this machine can do at most that writes to the disk before it answers. */
export const startBare = (file: string): Promise<RunningServer> =>
  startProcess([fileURLToPath(new URL('./server-bare.mjs', import.meta.url)), file], {});

const startProcess = async (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<RunningServer> => {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // A part that breaks off leaves no server behind.
  process.once('exit', () => child.kill('SIGKILL'));
  const gone = once(child, 'close');
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.once('close', () => reject(new Error(`The server ended before it answered:\n${printed}`)));
    child.stdout.on('data', (piece: Buffer) => {
      if (printed.length > 10_000) return;
      printed += piece.toString();
      const [address] = /http:\/\/(localhost|127\.0\.0\.1):\d+/.exec(printed) ?? [];
      if (address) resolve(address.replace('localhost', '127.0.0.1'));
    });
  });
  let most = 0;
  const looking = setInterval(() => (most = Math.max(most, memoryOf(child.pid))), 50);
  return {
    url,
    pid: child.pid ?? 0,
    peak: () => {
      const peak = Math.max(most, memoryOf(child.pid));
      most = 0;
      return peak;
    },
    stop: async () => {
      clearInterval(looking);
      child.kill('SIGTERM');
      await gone;
    },
  };
};
