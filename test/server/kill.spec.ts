import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { ownerId } from '#core/ids.ts';
import type { WireReceipt } from '#wire/shapes.ts';
import { httpCollectionApi } from '../../src/api/http-collection-api.ts';
import type { CollectionApi } from '../../src/api/collection-api.ts';
import type { Place } from '../../src/server/store/store.ts';
import { databases, type Databases } from '../contracts/databases.ts';
import { contentOf, submission } from './kit/endpoint.ts';
import { round } from './kit/small-programme.ts';

const many = 200;
const owners = Array.from({ length: many }, (_, at) => ownerId(String(999000 + at)));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** Starts a server over the database in a process of its own; answers where it listens. */
const startChild = async (place: Place) => {
  const loader = pathToFileURL(join(__dirname, '../kit/run-typescript.mjs')).href;
  const server = join(__dirname, 'kit/killable-server.ts');
  const child = spawn(process.execPath, ['--import', loader, server, JSON.stringify(place), String(many)], {
    cwd: join(__dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [base] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, base };
};

const signedIn = async (base: string): Promise<readonly CollectionApi[]> =>
  await Promise.all(
    owners.map(async (owner) => {
      const api = httpCollectionApi({ base, fetch, now: () => '2009-06-01T12:00:00.000Z' });
      expect(await api.signIn(`CODE-${owner}`)).toMatchObject({ ok: true, value: { owner } });
      return api;
    }),
  );

const sent = owners.map((owner, at) =>
  submission(round, owner, `key-${owner}`, 0, contentOf({ A1: { stage: '3 Done', note: `note number ${at}` } })),
);
const submit = (api: CollectionApi, at: number) => api.submit(round, owners[at]!, sent[at]!);

/** As the outbox does it: what was not answered, or could not be taken just then, is sent again, unchanged. */
const submitUntilAnswered = async (api: CollectionApi, at: number) => {
  for (let tries = 1; ; tries += 1) {
    const answer = await submit(api, at);
    const mayComeAgain =
      !answer.ok &&
      (answer.failure.kind === 'offline' ||
        (answer.failure.kind === 'problem' && answer.failure.problem.code === 'unavailable'));
    if (!mayComeAgain || tries === 10) return answer;
  }
};

describe.each(databases)('on %s', (_name, start) => {
  let bench: Databases;
  beforeAll(async () => {
    bench = await start();
  }, 60_000);
  afterAll(() => bench.stop());

  test('killed in the middle of 200 submissions, no acknowledged revision is lost and a resend duplicates none', async () => {
    const place = await bench.newPlace();
    const before = await startChild(place);
    const schools = await signedIn(before.base);
    const acknowledged = new Map<number, WireReceipt>();
    const gone = once(before.child, 'exit');
    await Promise.all(
      schools.map(async (school, at) => {
        const answer = await submit(school, at);
        if (answer.ok) acknowledged.set(at, answer.value);
        else expect(answer.failure).toEqual({ kind: 'offline' });
        if (acknowledged.size === 60) before.child.kill('SIGKILL');
      }),
    );
    await gone;
    // Otherwise nothing was under way when it died, and this shows nothing.
    expect(acknowledged.size).toBeGreaterThanOrEqual(60);
    expect(acknowledged.size).toBeLessThan(many);

    const after = await startChild(place);
    const again = await signedIn(after.base);
    for (const [at, receipt] of acknowledged) {
      const revision = await again[at]!.revision(round, owners[at]!, 1);
      expect(revision).toMatchObject({ ok: true, value: { receipt, content: sent[at]!.content } });
    }

    const resent = await Promise.all(again.map(submitUntilAnswered));
    resent.forEach((answer, at) => {
      expect(answer).toMatchObject({ ok: true, value: acknowledged.get(at) ?? { revision: 1 } });
    });
    const lines = await Promise.all(again.map((school, at) => school.return(round, owners[at]!)));
    for (const line of lines) expect(line).toMatchObject({ ok: true, value: { line: { revision: 1 } } });
    after.child.kill('SIGKILL');
  }, 120_000);

  test('two servers on one database take turns: sent through both at once, a submission makes one revision', async () => {
    const place = await bench.newPlace();
    const [one, other] = [await startChild(place), await startChild(place)];
    const [throughOne, throughOther] = [await signedIn(one.base), await signedIn(other.base)];
    const few = throughOne.slice(0, 40);
    const answers = await Promise.all(
      few.map((school, at) =>
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
