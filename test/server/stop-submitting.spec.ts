import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { ownerId } from '#core/ids.ts';
import { paths } from '#wire/paths.ts';
import { openStore, type Place } from '../../src/server/store/store.ts';
import { databases, type Databases } from '../contracts/databases.ts';
import { contentOf, submission } from './kit/endpoint.ts';
import { endServerProcesses, startServerProcess } from './kit/server-process.ts';
import { round } from './kit/small-programme.ts';

/** Servers in processes of their own, told to stop by SIGTERM while schools submit. */
afterAll(endServerProcesses);

const owners = Array.from({ length: 24 }, (_, at) => ownerId(String(999000 + at)));

interface School {
  readonly owner: string;
  readonly token: string;
}

const signedIn = (base: string): Promise<readonly School[]> =>
  Promise.all(
    owners.map(async (owner) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ code: `CODE-${owner}` });
      const answer = await fetch(base + paths.session, { method: 'POST', headers, body });
      return { owner, token: ((await answer.json()) as { token: string }).token };
    }),
  );

/** Submits; the second half of what is sent waits for `rest`. Answers whether a receipt came. */
const submit = async (base: string, { owner, token }: School, rest: Promise<unknown>): Promise<boolean> => {
  const content = contentOf({ A1: { stage: '3 Done', note: `note of ${owner}` } });
  const text = JSON.stringify(submission(round, owner, `key-${owner}`, 0, content));
  const body = new ReadableStream({
    async start(controller) {
      controller.enqueue(new TextEncoder().encode(text.slice(0, 40)));
      await rest;
      controller.enqueue(new TextEncoder().encode(text.slice(40)));
      controller.close();
    },
  });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
  try {
    const answer = await fetch(base + paths.revisions(round, owner), init);
    const { number } = (await answer.json()) as { number?: string };
    return answer.ok && number !== undefined;
  } catch {
    // Nobody answered: she has no receipt, and her add-in sends it again.
    return false;
  }
};

/** Of each school: how many revisions the database holds. */
const revisionsHeld = async (place: Place): Promise<Readonly<Record<string, number>>> => {
  const opened = await openStore({ place, mode: 'real', now: new Date().toISOString() });
  if (!opened.ok) throw new Error('not opened');
  const counts = owners.map(async (owner) => {
    const heads = await opened.value.read(({ revisions }) => revisions.heads(round, owner));
    return [owner, heads.length] as const;
  });
  const held = Object.fromEntries(await Promise.all(counts));
  await opened.value.close();
  return held;
};

const told = (receipts: readonly boolean[]) =>
  Object.fromEntries(owners.map((owner, at) => [owner, receipts[at] ? 1 : 0]));

describe.each(databases)('on %s', (_name, start) => {
  let bench: Databases;
  beforeAll(async () => {
    bench = await start();
  }, 60_000);
  afterAll(() => bench.stop());

  test('what is being submitted when the server stops is held if and only if a receipt was given', async () => {
    const place = await bench.newPlace();
    const { child, base } = await startServerProcess(place, owners.length, 'stoppable-server.ts');
    const gone = once(child, 'exit');
    const schools = await signedIn(base);
    let stopped = false;
    // Some are whole before the signal, some come in while it stops, the last are let go later.
    const receipts = await Promise.all(
      schools.map(async (school, at) => {
        const sent = submit(base, school, pause(at * 15));
        if (at === owners.length / 2) {
          await pause(at * 15);
          stopped = child.kill('SIGTERM');
        }
        return await sent;
      }),
    );
    expect([stopped, (await gone)[0]]).toEqual([true, 0]);
    expect(await revisionsHeld(place)).toEqual(told(receipts));
    expect(receipts).toContain(true);
  }, 60_000);

  test('so it is with one of which half had come in by then', async () => {
    const place = await bench.newPlace();
    const { child, base } = await startServerProcess(place, owners.length, 'stoppable-server.ts');
    const gone = once(child, 'exit');
    const [school] = await signedIn(base);
    if (!school) throw new Error('nobody');
    let letGo = () => undefined as void;
    const sent = submit(base, school, new Promise<void>((go) => (letGo = go)));
    await pause(300);
    child.kill('SIGTERM');
    await pause(200);
    letGo();
    const receipt = await sent;
    expect((await gone)[0]).toBe(0);
    expect(await revisionsHeld(place)).toEqual(told([receipt]));
  }, 60_000);
});
