import { join } from 'node:path';
import { paths } from '#wire/paths.ts';
import type { Figure } from './figure.ts';
import { callerOf, percentile } from './server-calls.ts';
import { withPlaces } from './server-places.ts';
import { codeOf, contentsOf, makeProgramme, preparedFor, round, schoolsOf } from './server-programme.ts';
import { isBuilt, startBare, startServer } from './server-running.ts';

/** Milliseconds of each run, after a shorter one that is not counted. */
const runMilliseconds = Number(process.env.BENCH_SECONDS ?? 8) * 1000;
const connections = [1, 10, 50];

/** About 100 KB as JSON. */
const pupils = 195;

/**
 * Submissions of 100 KB to the built server with everything on, from as many schools as there are connections, each
 * again and again: how many a second, how long they take, the server's memory; beside them what is left when the
 * same bodies are only appended to a file and waited for. This process sends. Nothing without a build.
 */
export const serverSubmissions = async (): Promise<readonly Figure[]> => {
  if (!isBuilt()) return [];
  const figures: Figure[] = [];
  const schools = schoolsOf(Math.max(...connections));
  const contents = contentsOf(schools.length, pupils);
  const bodies = schools.map((owner, at) => preparedFor(owner, contents[at]!));
  const size = Buffer.byteLength(bodies[0]!(0)) / 1000;
  const noted = (of: string, many: number, { rate, times, memory }: Run) =>
    figures.push(
      { what: `${of}, ${many} connections: a second`, value: rate, unit: 'submissions' },
      { what: `${of}, ${many} connections: half take at most`, value: percentile(times, 50), unit: 'ms' },
      { what: `${of}, ${many} connections: 99 % take at most`, value: percentile(times, 99), unit: 'ms' },
      { what: `${of}, ${many} connections: memory`, value: memory, unit: 'MB' },
    );

  await withPlaces(async (name, place, folder) => {
    await makeProgramme(place, schools);
    const server = await startServer(place);
    const caller = callerOf(server.url, Infinity);
    const tokens = await Promise.all(schools.map((owner) => caller.signIn(codeOf(owner))));
    const revisions = schools.map(() => 0);
    const submit = async (at: number) => {
      const path = paths.revisions(round.id, schools[at]!);
      const { status, text } = await caller.call('POST', path, bodies[at]!(revisions[at]!), tokens[at]);
      if (status !== 201) throw new Error(`${status} ${text.slice(0, 500)}`);
      revisions[at]! += 1;
    };
    for (const many of connections) {
      await run(many, 2000, submit, server.peak);
      noted(
        `Submission of ${size.toFixed(0)} KB on ${name}`,
        many,
        await run(many, runMilliseconds, submit, server.peak),
      );
    }
    caller.end();
    await server.stop();

    const bare = await startBare(join(folder, 'bare'));
    const plain = callerOf(bare.url, Infinity);
    const append = async (at: number) => void (await plain.call('POST', '/', bodies[at]!(0)));
    for (const many of connections) {
      noted(`Bare append and fsync beside ${name}`, many, await run(many, 3000, append, bare.peak));
    }
    plain.end();
    await bare.stop();
  });
  return figures;
};

interface Run {
  readonly rate: number;
  readonly times: readonly number[];
  readonly memory: number;
}

/** Does something over so many connections at once, again and again, for so long. */
const run = async (
  many: number,
  milliseconds: number,
  work: (at: number) => Promise<void>,
  peak: () => number,
): Promise<Run> => {
  const times: number[] = [];
  const begin = performance.now();
  peak();
  await Promise.all(
    Array.from({ length: many }, async (_, at) => {
      while (performance.now() - begin < milliseconds) {
        const began = performance.now();
        await work(at);
        times.push(performance.now() - began);
      }
    }),
  );
  return { rate: (times.length / (performance.now() - begin)) * 1000, times, memory: peak() };
};
