// Walks docs/deploy.md on a throw-away copy of this machine: see there, "How this page is tried". Root, on Linux.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coverMachine } from './machine.ts';
import { walkThrough } from './steps.ts';

const inside = process.argv[2];
if (inside !== undefined) {
  const wentWell = walkThrough(coverMachine(inside), (line) => process.stdout.write(`${line}\n`));
  // What was started here ends with this process, which is the first of its namespace.
  process.exit(wentWell ? 0 : 1);
} else if (process.platform !== 'linux' || process.getuid?.() !== 0) {
  console.error(
    'The walk covers the system’s folders with throw-away ones: it needs Linux and root. Try it with sudo.',
  );
  process.exitCode = 1;
} else {
  const folder = mkdtempSync(join(tmpdir(), 'stem-walk-'));
  const apart = ['--mount', '--pid', '--fork', '--kill-child', '--mount-proc', process.execPath];
  const child = spawn('unshare', [...apart, ...process.execArgv, import.meta.filename, folder], { stdio: 'inherit' });
  // The first process of a namespace heeds no other signal.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill('SIGKILL'));
  const [code] = (await once(child, 'exit')) as [number | null];
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exitCode = code ?? 1;
}
