import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { giasLines } from '../kit/register-files.ts';
import type { Figure } from './figure.ts';
import { paneAtWork } from './pane-at-work.ts';
import { percentile } from './server-calls.ts';
import { withPlaces } from './server-places.ts';
import { makeProgramme, schoolsOf } from './server-programme.ts';
import { isBuilt, main, startServer } from './server-running.ts';

/** The file of schools has as many rows as the government's and, with that many columns, its size; so many of them take part. */
const rows = Number(process.env.BENCH_ROWS ?? 50_000);
const enlisted = Math.min(3500, rows);
const columns = 75;

/**
 * A file of schools of a nation, brought in by the command line while the server is used: all new, and some taken into the
 * programme; the same again; and again with all that take part closed, which each one's log of acts tells. A pane
 * submits meanwhile. Nothing without a build.
 */
export const serverRegister = async (): Promise<readonly Figure[]> => {
  if (!isBuilt()) return [];
  const figures: Figure[] = [];
  const urns = schoolsOf(rows);
  const [pane] = urns;
  if (pane === undefined) return [];
  await withPlaces(async (name, place, folder) => {
    const note = (what: string, value: number, unit: string) =>
      figures.push({ what: `Register of ${rows} schools on ${name}, ${what}`, value, unit });
    const [open, closed, joins] = [join(folder, 'open.csv'), join(folder, 'closed.csv'), join(folder, 'joins.csv')];
    await writeSchools(open, urns, () => 'Open');
    await writeSchools(closed, urns, (at) => (at < enlisted && at > 0 ? 'Closed' : 'Open'));
    writeFileSync(joins, ['URN', ...urns.slice(0, enlisted)].join('\n'));
    await makeProgramme(place, [pane]);
    const server = await startServer(place);
    const submitting = await paneAtWork(server.url, pane, 195);
    await pause(2000);
    const tell = (of: string): void => {
      const { times, putOff } = submitting.waits();
      note(`${of}: a submission meanwhile, half within`, percentile(times, 50), 'ms');
      note(`${of}: a submission meanwhile, the longest of ${times.length}`, percentile(times, 100), 'ms');
      note(`${of}: told to come again meanwhile`, putOff, 'times');
    };
    tell('nothing imported');
    const env = 'file' in place ? { STEM_DATA: place.file } : { DATABASE_URL: place.url };
    for (const [of, args] of [
      ['all new', [open, '--enlist', joins]],
      ['nothing new', [open]],
      [`${enlisted - 1} that take part closed`, [closed]],
    ] as const) {
      const began = performance.now();
      const child = spawn(process.execPath, [main, 'import-register', ...args], {
        env: { PATH: process.env.PATH, ...env },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const [code] = (await once(child, 'close')) as [number | null];
      // Where others submit all the time the database may refuse it: the command says so and nothing is written.
      note(of, (performance.now() - began) / 1000, 's');
      note(`${of}: refused, others were faster`, code === 0 ? 0 : 1, 'times');
      tell(of);
    }
    await submitting.end();
    await server.stop();
  });
  return figures;
};

const writeSchools = async (
  file: string,
  urns: readonly string[],
  statusOf: (at: number) => string,
): Promise<void> => {
  const { head, row } = giasLines(columns);
  const out = createWriteStream(file);
  out.write(head);
  for (const [at, URN] of urns.entries()) {
    const number = String(1000 + (at % 8000));
    const school = { URN, EstablishmentName: `School ${URN} (invented)`, EstablishmentNumber: number } as const;
    const lines = row({
      ...school,
      'LA (code)': String(201 + Math.floor(at / 8000)),
      'EstablishmentStatus (name)': statusOf(at),
    });
    if (!out.write(lines)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
};
