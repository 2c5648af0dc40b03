import { ownerId } from '#core/ids.ts';
import { httpCollectionApi } from '../../src/api/http-collection-api.ts';
import type { CollectionApi } from '../../src/api/collection-api.ts';
import { databases, type Databases } from '../contracts/databases.ts';
import { contentOf, submission } from './kit/endpoint.ts';
import { killInRounds } from './kit/killed-rounds.ts';
import { endServerProcesses, startServerProcess } from './kit/server-process.ts';
import { round } from './kit/small-programme.ts';

afterAll(endServerProcesses);

describe.each(databases)('on %s', (_name, start) => {
  let bench: Databases;
  beforeAll(async () => {
    bench = await start();
  }, 60_000);
  afterAll(() => bench.stop());

  // In the long run there are 50: `test/long/kill.long.ts`.
  test('killed under load 5 times at random moments, every acknowledged revision is there, none twice, and the log of acts verifies', async () => {
    expect(await killInRounds(await bench.newPlace(), 5)).toBeGreaterThanOrEqual(5);
  }, 120_000);

  test('two servers on one database take turns: sent through both at once, a submission makes one revision', async () => {
    const place = await bench.newPlace();
    const [one, other] = [
      await startServerProcess(place, owners.length),
      await startServerProcess(place, owners.length),
    ];
    const [throughOne, throughOther] = [await signedIn(one.base), await signedIn(other.base)];
    const answers = await Promise.all(
      throughOne.map((school, at) =>
        Promise.all([submitUntilAnswered(school, at), submitUntilAnswered(throughOther[at]!, at)]),
      ),
    );
    for (const [first, second] of answers) {
      expect(first).toMatchObject({ ok: true, value: { revision: 1 } });
      expect(second).toEqual(first);
    }
    one.child.kill('SIGKILL');
    other.child.kill('SIGKILL');
  }, 120_000);
});

const owners = Array.from({ length: 40 }, (_, at) => ownerId(String(999000 + at)));

const signedIn = async (base: string): Promise<readonly CollectionApi[]> =>
  await Promise.all(
    owners.map(async (owner) => {
      const api = httpCollectionApi({ base, fetch, now: () => '2009-06-01T12:00:00.000Z' });
      expect(await api.signIn(`CODE-${owner}`)).toMatchObject({ ok: true, value: { owner } });
      return api;
    }),
  );

/** As the outbox does it: what was not answered, or could not be taken just then, is sent again, unchanged. */
const submitUntilAnswered = async (api: CollectionApi, at: number) => {
  const owner = owners[at]!;
  const content = contentOf({ A1: { stage: '3 Done', note: `note number ${at}` } });
  const sent = submission(round, owner, `key-${owner}`, 0, content);
  for (let tries = 1; ; tries += 1) {
    const answer = await api.submit(round, owner, sent);
    const mayComeAgain =
      !answer.ok &&
      (answer.failure.kind === 'offline' ||
        (answer.failure.kind === 'problem' && answer.failure.problem.code === 'unavailable'));
    if (!mayComeAgain || tries === 10) return answer;
  }
};
