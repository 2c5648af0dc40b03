import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { instrumentRef } from '#core/instrument/instrument.ts';
import { bytesOf, returnFile } from '../kit/return-file.ts';
import { beeAnswers, beekeeper, bees, beesRound } from './bees-instrument.ts';
import type { Figure } from './figure.ts';

/** How many workbooks are checked; fewer for trying out. */
const count = Number(process.env.BENCH_FILES ?? 200);

/**
 * The built `check` over many workbooks of 1,500 × 40, one in twenty cells of them wrong or blank, against a bare
 * streaming read of the answers in them: how many times as long it takes, and the most memory that one of its processes
 * held. Nothing without a build.
 */
export const checkedFiles = async (): Promise<readonly Figure[]> => {
  const main = join(process.env.BENCH_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url)), 'node/main.mjs');
  if (!existsSync(main)) return [];
  const folder = mkdtempSync(join(tmpdir(), 'stem-bench-'));
  try {
    const files = await writeReturns(folder);
    const bare = await run(folder, [fileURLToPath(new URL('./bare-read.mjs', import.meta.url)), ...files]);
    const one = await run(folder, [main, 'check', '--processes', '1', ...files]);
    const two = await run(folder, [main, 'check', '--processes', '2', ...files]);
    const of = `Check of ${count} workbooks`;
    return [
      { what: `Bare streaming read of ${count} workbooks`, value: bare.elapsed / 1000, unit: 's' },
      { what: `${of} in one process, against that`, value: one.elapsed / bare.elapsed, unit: 'times', promised: 2 },
      {
        what: `${of} in two processes, against that`,
        value: two.elapsed / bare.elapsed,
        unit: 'times',
        promised: 1.2,
      },
      { what: `${of} in one process, processor time against that`, value: one.busy / bare.busy, unit: 'times' },
      {
        what: 'Most memory of a checking process',
        value: Math.max(one.memory, two.memory),
        unit: 'MB',
        promised: 250,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The definition, where `check` looks for imported ones, and the same workbook as often as it is wanted. */
const writeReturns = async (folder: string): Promise<readonly string[]> => {
  mkdirSync(join(folder, 'instruments'));
  writeFileSync(join(folder, 'instruments', `${instrumentRef(bees)}.json`), JSON.stringify(bees));
  const of = { instrument: bees, round: beesRound, owner: beekeeper, answers: beeAnswers() };
  const bytes = await bytesOf(await returnFile(of));
  return Array.from({ length: count }, (_, at) => {
    const file = join(folder, `hives-${at + 1}.xlsx`);
    writeFileSync(file, bytes);
    return file;
  });
};

/** Runs a script to its end: milliseconds that pass and that all its processes worked, and the memory of the largest. */
const run = async (
  folder: string,
  args: readonly string[],
): Promise<{ readonly elapsed: number; readonly busy: number; readonly memory: number }> => {
  const tally = pathToFileURL(fileURLToPath(new URL('./tally-process.mjs', import.meta.url)));
  const file = join(folder, 'tally');
  writeFileSync(file, '');
  tally.searchParams.set('file', file);
  const started = performance.now();
  // The processes that `check` starts are given the same options of Node's.
  const child = spawn(process.execPath, ['--import', tally.href, ...args], {
    env: { PATH: process.env.PATH, STEM_INSTRUMENTS: join(folder, 'instruments') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'close')) as [number | null];
  const elapsed = performance.now() - started;
  // 1 says that there is something to fix in a return.
  if (code !== 0 && code !== 1) throw new Error(`${args.slice(0, 2).join(' ')} ended with ${code}`);
  const tallies = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number));
  return {
    elapsed,
    busy: tallies.reduce((sum, [busy = 0]) => sum + busy, 0),
    memory: Math.max(...tallies.map(([, memory = 0]) => memory)),
  };
};
