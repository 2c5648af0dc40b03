import { setTimeout as pause } from 'node:timers/promises';
import { paths } from '#wire/paths.ts';
import type { ProgressAnswer } from '#wire/progress.ts';
import { seededRandom } from '#definitions/pilot/seeded-random.ts';
import type { Figure } from './figure.ts';
import { callerOf, percentile } from './server-calls.ts';
import { withPlaces } from './server-places.ts';
import { codeOf, contentsOf, makeProgramme, preparedFor, round, schoolsOf, teamCode } from './server-programme.ts';
import { isBuilt, startServer } from './server-running.ts';

/** Fewer schools come in as much less time; and all may come so many times as fast. What was run is said with the numbers. */
const many = Number(process.env.BENCH_SCHOOLS ?? 3500);
const faster = Number(process.env.BENCH_FASTER ?? 1);
const pupils = 300;

/**
 * Deadline day: all schools of a nation come within ten minutes, at moments of chance; each signs in, asks for its return
 * and submits 300 pupils to the built server with everything on. This process is the schools. Nothing without a build.
 */
export const serverDeadline = async (): Promise<readonly Figure[]> => {
  if (!isBuilt()) return [];
  const figures: Figure[] = [];
  const schools = schoolsOf(many);
  const contents = contentsOf(10, pupils);
  const texts = contents.map((content) => JSON.stringify(content));
  const bodies = schools.map((owner, at) => preparedFor(owner, contents[at % 10]!, texts[at % 10]));
  await withPlaces(async (name, place) => {
    await makeProgramme(place, schools);
    const server = await startServer(place);
    const caller = callerOf(server.url, Infinity);
    const random = seededRandom(7);
    const times: number[] = [];
    const failures: string[] = [];
    let acknowledged = 0;
    const arrive = async (at: number): Promise<void> => {
      const owner = schools[at]!;
      await pause(random.next() * (600_000 / faster) * (many / 3500));
      const token = await caller.signIn(codeOf(owner));
      await caller.call('GET', paths.return(round.id, owner), undefined, token);
      const began = performance.now();
      const { status, text } = await caller.call('POST', paths.revisions(round.id, owner), bodies[at]!(0), token);
      times.push(performance.now() - began);
      if (status === 201) acknowledged += 1;
      else failures.push(`${status} ${text.slice(0, 300)}`);
    };
    const begin = performance.now();
    await Promise.all(schools.map((_, at) => arrive(at).catch((error: unknown) => failures.push(String(error)))));
    const seconds = (performance.now() - begin) / 1000;
    if (failures.length > 0) console.log(`not taken: ${failures.length}, the first: ${failures[0]}`);
    const team = await caller.signIn(teamCode);
    const progress = await caller.call('GET', `${paths.progress(round.id)}?limit=1`, undefined, team);
    const { counts } = JSON.parse(progress.text) as ProgressAnswer;
    const of = `Deadline day on ${name}, ${many} schools in ${seconds.toFixed(0)} s`;
    figures.push(
      { what: `${of}: acknowledged`, value: acknowledged, unit: 'returns' },
      { what: `${of}: acknowledged and lost`, value: acknowledged - counts.submitted, unit: 'returns', promised: 0 },
      { what: `${of}: half take at most`, value: percentile(times, 50), unit: 'ms' },
      { what: `${of}: 99 % take at most`, value: percentile(times, 99), unit: 'ms', promised: 1000 },
      { what: `${of}: the longest`, value: percentile(times, 100), unit: 'ms' },
      { what: `${of}: memory`, value: server.peak(), unit: 'MB' },
    );
    caller.end();
    await server.stop();
  });
  return figures;
};
