import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

/** The built product, running as a process of its own. */
export interface Product {
  /** Where it answers, e.g. `http://localhost:41234`. */
  readonly url: string;
  /** Everything it has printed so far. */
  readonly printed: () => string;
  /** Ends it and clears its data away. */
  readonly stop: () => Promise<void>;
}

/** How to start it. `script` is a path in the project; without PORT in `env` the machine chooses the port. */
export interface Start {
  readonly script: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The demo programme with data of its own. */
export const startDemo = (): Promise<Product> => startProduct({ script: 'dist/node/main.mjs', args: ['demo'] });

/** Starts the built product with an empty data folder; resolves when it has printed its address. */
export async function startProduct({ script, args = [], env = {} }: Start): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'stem-returns-'));
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, PORT: '0', STEM_DATA: join(folder, 'returns.db'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(late);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no address after 60 s:\n${printed}`)), 60_000);
    const listen = (piece: Buffer) => {
      printed += piece.toString();
      const address = /https?:\/\/localhost:\d+/.exec(printed);
      if (!address) return;
      clearTimeout(late);
      resolve(address[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => reject(new Error(`it ended before it answered:\n${printed}`)));
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, printed: () => printed, stop };
}
