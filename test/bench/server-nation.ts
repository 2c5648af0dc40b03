import { paths } from '#wire/paths.ts';
import type { TallyAnswer } from '#wire/shapes.ts';
import { middle, type Figure } from './figure.ts';
import { longestWait } from './longest-wait.ts';
import { callerOf } from './server-calls.ts';
import { withPlaces } from './server-places.ts';
import { fillNation } from './server-filled.ts';
import { makeProgramme, round, schoolsOf, teamCode } from './server-programme.ts';
import { isBuilt, startServer } from './server-running.ts';

/** Fewer schools, for trying out. */
const many = Number(process.env.BENCH_SCHOOLS ?? 3500);

/** All answers, by the ways there are to take them. */
const takenWhole = [
  ['all answers as csv', `${paths.export(round.id)}?format=csv`],
  ['all answers as json', `${paths.export(round.id)}?format=json`],
  ['all returns behind each figure as csv', `${paths.export(round.id)}?table=behind`],
  ['all returns put together', paths.consolidated(round.id)],
] as const;

/**
 * What a nation comes to, asked of the built server: 3,500 schools of 300 pupils, all accepted; added up anew, as it is for any
 * earlier day; after one more return was accepted; and when nothing is new. Then all answers, as a file and put together,
 * streamed from a server that has just started, and how long others wait meanwhile. Nothing without a build.
 */
export const serverNation = async (): Promise<readonly Figure[]> => {
  if (!isBuilt()) return [];
  const figures: Figure[] = [];
  await withPlaces(async (name, place) => {
    const note = (what: string, value: number, unit: string, promised?: number) =>
      figures.push({
        ...{ what: `${name}, ${many} schools: ${what}`, value, unit },
        ...(promised === undefined ? {} : { promised }),
      });
    const schools = schoolsOf(many);
    await makeProgramme(place, schools);
    await fillNation(place, schools);

    const server = await startServer(place);
    const caller = callerOf(server.url, Infinity);
    const team = await caller.signIn(teamCode);
    const timed = async <T>(work: () => Promise<T>): Promise<readonly [number, T]> => {
      const began = performance.now();
      const result = await work();
      return [performance.now() - began, result];
    };
    const tally = async () => {
      const { text } = await caller.call('GET', paths.tally(round.id), undefined, team);
      return (JSON.parse(text) as TallyAnswer).tally;
    };
    note('figures added up anew, as for an earlier day', (await timed(tally))[0], 'ms');
    await caller.call('PUT', paths.acceptance(round.id, schools[0]!), '{"revision":1}', team);
    const [oneMore, { returns }] = await timed(tally);
    note('figures after one return more', oneMore, 'ms', 100);
    note('figures when nothing is new', await middle(10, tally), 'ms', 100);
    note('returns in the figures', returns, 'returns');
    caller.end();
    await server.stop();

    for (const [what, path] of takenWhole) {
      const fresh = await startServer(place);
      const reader = callerOf(fresh.url, Infinity);
      const token = await reader.signIn(teamCode);
      const idle = fresh.peak();
      const others = longestWait(callerOf(fresh.url, 1));
      const [took, bytes] = await timed(() => reader.drain(path, token));
      note(what, bytes / 1e6, 'MB');
      note(`${what}, taken in`, took / 1000, 's');
      note(`${what}, memory`, fresh.peak(), 'MB', 200);
      note(`${what}, memory of the idle server`, idle, 'MB');
      note(`${what}, the longest wait of another request`, await others.end(), 'ms', 1000);
      reader.end();
      await fresh.stop();
    }
  });
  return figures;
};
