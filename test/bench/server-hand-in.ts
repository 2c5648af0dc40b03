import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { OwnerId } from '#core/ids.ts';
import { bytesOf, returnFile } from '../kit/return-file.ts';
import { watchChildren } from './children-of.ts';
import { middle, type Figure } from './figure.ts';
import { paneAtWork, type PaneWaits } from './pane-at-work.ts';
import { comeForWorkbook, steps, wayOnPage, type Answered, type Step } from './page-school.ts';
import { percentile } from './server-calls.ts';
import { withPlaces } from './server-places.ts';
import { contentsOf, instrument, makeProgramme, round, schoolsOf } from './server-programme.ts';
import { isBuilt, startServer } from './server-running.ts';

/** About 100 KB as JSON. */
const pupils = 195;

/** How many schools go the whole way, so many at a time. */
const levels = [
  [1, 3],
  [4, 8],
  [16, 16],
] as const;
const crowd = 60;

/**
 * The page for schools without the add-in, on the built server with everything on: schools sign in, download their workbook,
 * hand in one with 195 pupils, confirm, and look at the receipt, so many at a time. Meanwhile a pane submits returns of the
 * same size to the API. Then a crowd asks at once. Beside it, what the machine takes to start a process that does nothing
 * and to read such a file bare. This process is the schools. Nothing without a build.
 */
export const serverHandIn = async (): Promise<readonly Figure[]> => {
  if (!isBuilt()) return [];
  const going = levels.reduce((sum, [, many]) => sum + many, 0);
  const [pane, ...schools] = schoolsOf(1 + Math.max(going, crowd)) as [OwnerId, ...OwnerId[]];
  const contents = contentsOf(4, pupils);
  const files = new Map<OwnerId, Uint8Array>();
  for (const [at, owner] of schools.slice(0, going).entries()) {
    const named = { id: owner, name: `School ${owner} (invented)` };
    files.set(
      owner,
      await bytesOf(await returnFile({ instrument, round, owner: named, answers: contents[at % 4]! })),
    );
  }
  const figures: Figure[] = await bareLimits([...files.values()][0]!);
  await withPlaces(async (name, place) => {
    const note = (what: string, value: number, unit: string, promised?: number) =>
      figures.push({
        what: `Hand in on ${name}, ${what}`,
        value,
        unit,
        ...(promised === undefined ? {} : { promised }),
      });
    await makeProgramme(place, [pane, ...schools]);
    const server = await startServer(place);
    const children = watchChildren(server.pid);
    const submitting = await paneAtWork(server.url, pane, pupils);
    await pause(3000);
    noteWaits('nobody on the page', submitting.waits());

    const left = [...files.keys()];
    for (const [atOnce, many] of levels) {
      const took = new Map<Step, number[]>(steps.map((step) => [step, []]));
      const mine = left.splice(0, many);
      let putOff = 0;
      server.peak();
      children.soFar();
      const began = performance.now();
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (let owner = mine.shift(); owner !== undefined; owner = mine.shift()) {
            await wayOnPage(server.url, owner, files.get(owner)!, {
              took: (step, ms) => took.get(step)?.push(ms),
              putOff: () => (putOff += 1),
            });
          }
        }),
      );
      const minutes = (performance.now() - began) / 60_000;
      const of = `${atOnce} at once`;
      note(`${of}: schools a minute`, many / minutes, 'schools');
      note(`${of}: told to come again`, putOff, 'times');
      for (const [step, times] of took) {
        note(`${of}: ${step}, half within`, percentile(times, 50), 'ms');
        note(`${of}: ${step}, the longest of ${times.length}`, percentile(times, 100), 'ms');
      }
      noteMemory(of);
      noteWaits(of, submitting.waits());
    }

    const asking = await Promise.all(schools.slice(0, crowd).map((owner) => comeForWorkbook(server.url, owner)));
    submitting.waits();
    noteMemory(undefined);
    const answers = await Promise.all(asking.map((ask) => ask()));
    const of = `${crowd} ask for their workbook at the same moment`;
    for (const wanted of ['served', 'told to come again', 'cut off without a word'] satisfies Answered[]) {
      const times = answers.filter(({ answered }) => answered === wanted).map(({ milliseconds }) => milliseconds);
      note(`${of}: ${wanted}`, times.length, 'schools', wanted.startsWith('cut') ? 0 : undefined);
      if (times.length > 0) note(`${of}: ${wanted}, the longest`, percentile(times, 100), 'ms');
    }
    noteMemory(of);
    noteWaits(of, submitting.waits());
    await submitting.end();
    children.stop();
    await server.stop();

    function noteMemory(of: string | undefined): void {
      const { most, memory } = children.soFar();
      const peak = server.peak();
      if (of === undefined) return;
      note(`${of}: processes for workbooks at once, at most`, most, 'processes', 2);
      note(`${of}: memory of all of them`, memory, 'MB');
      note(`${of}: memory of the server`, peak, 'MB');
    }
    function noteWaits(of: string, { times, putOff }: PaneWaits): void {
      note(`${of}: a submission by a pane, half within`, percentile(times, 50), 'ms');
      note(`${of}: a submission by a pane, the longest of ${times.length}`, percentile(times, 100), 'ms', 1000);
      note(`${of}: a pane told to come again`, putOff, 'times');
    }
  });
  return figures;
};

/** What this machine takes at least: a process of Node that does nothing, alone and two at a time; the file, read bare. */
const bareLimits = async (file: Uint8Array): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'stem-bench-'));
  try {
    const path = join(folder, 'one.xlsx');
    writeFileSync(path, file);
    const nothing = () => once(spawn(process.execPath, ['-e', ''], { stdio: 'ignore' }), 'close');
    const reading = fileURLToPath(new URL('./bare-read.mjs', import.meta.url));
    const read = (times: number) => () =>
      execFileSync(process.execPath, [reading, ...Array.from({ length: times }, () => path)]);
    const [one, many] = [await middle(3, read(1)), await middle(3, read(11))];
    return [
      { what: `Workbook of ${pupils} pupils`, value: file.length / 1000, unit: 'KB' },
      { what: 'Bare: a process of Node that does nothing', value: await middle(5, nothing), unit: 'ms' },
      {
        what: 'Bare: two such processes at a time',
        value: await middle(5, () => Promise.all([nothing(), nothing()])),
        unit: 'ms',
      },
      { what: 'Bare: the entry sheet of the file read in a process of its own', value: one, unit: 'ms' },
      { what: 'Bare: the same once more in the same process', value: (many - one) / 10, unit: 'ms' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
