import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built demo, running as a process of its own; nothing where `npm run build` was not run. */
export const startBuilt = async (): Promise<{ readonly url: string; readonly stop: () => void } | undefined> => {
  const script = join(process.env.BENCH_DIST ?? join(root, 'dist'), 'node/main.mjs');
  if (!existsSync(script)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'stem-bench-'));
  const child = spawn(process.execPath, [script, 'demo'], {
    cwd: root,
    env: { ...process.env, PORT: '0', STEM_DATA: join(folder, 'returns.db') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => {
    child.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.once('close', () => reject(new Error(`The product ended before it answered:\n${printed}`)));
    child.stdout.on('data', (piece: Buffer) => {
      printed += piece.toString();
      const [address] = /https?:\/\/localhost:\d+/.exec(printed) ?? [];
      if (address) resolve(address);
    });
  });
  return { url, stop };
};
