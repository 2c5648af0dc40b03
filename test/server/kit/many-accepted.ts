import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ownerId, type OwnerId } from '#core/ids.ts';
import { openStore, type Store } from '../../../src/server/store/store.ts';
import { contentOf, endpointOver } from './endpoint.ts';
import { programme, round } from './small-programme.ts';

/** An endpoint that listens, over many schools with an accepted return of 60 KB each; the store counts how often it is read. */
export const manyAccepted = async (schools: number) => {
  const owners = Array.from({ length: schools }, (_, at) => ownerId(String(990000 + at)));
  const opened = await openStore({
    ...{ place: { file: ':memory:' }, mode: 'real', now: '2009-06-01T12:00:00.000Z' },
    programme: {
      ...programme,
      owners: owners.map((owner) => ({ owner, kind: 'school', name: `School ${owner}` })),
      people: programme.people.filter(({ role }) => role === 'project-team'),
    },
  } as const);
  if (!opened.ok) throw new Error('not opened');
  let reads = 0;
  let broken = false;
  const store: Store = {
    ...opened.value,
    read: (work) => {
      reads += 1;
      return broken ? Promise.reject(new Error('the disk is gone')) : opened.value.read(work);
    },
  };
  await store.write((records) => acceptEach(records, owners));
  const served = endpointOver(store);
  await served.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = served.app.server.address() as AddressInfo;
  const { token } = await served.signIn('team');
  /** Asks as the project team; what is answered is read only as fast as the caller reads it. */
  const ask = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
    const asking = request({ port, path, headers: { authorization: `Bearer ${token}`, ...headers } });
    asking.on('error', () => undefined).end();
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    return { asking, answer };
  };
  return {
    ask,
    store: opened.value,
    reads: () => reads,
    breakDisk: () => (broken = true),
    close: served.close,
  };
};

/** Holds a file of all answers to it: a reader who stops reading holds it up, and one who goes away ends it. */
export const goesAsFastAsItIsRead = async (path: string): Promise<void> => {
  const { ask, reads, close } = await manyAccepted(1000);
  const before = reads();
  const { asking, answer } = await ask(path);
  await once(answer, 'readable');
  let waiting = -1;
  while (waiting !== reads()) {
    waiting = reads();
    await pause(500);
  }
  // 60 MB, a school a read, would be a thousand: what lies between the two has room for a part of it only.
  expect(waiting - before).toBeLessThan(700);
  asking.destroy();
  await pause(500);
  expect(reads() - waiting).toBeLessThanOrEqual(1);
  await close();
};

const acceptEach = async (
  { returns, revisions }: Parameters<Parameters<Store['write']>[0]>[0],
  owners: readonly OwnerId[],
): Promise<void> => {
  const at = '2009-05-01T12:00:00.000Z';
  const note = 'x'.repeat(20_000);
  const content = contentOf({ A1: { stage: 1, note }, A2: { stage: 2, note }, A3: { stage: 2, note } });
  const [{ instrument } = { instrument: '' }] = programme.rounds;
  for (const owner of owners) {
    await returns.move(
      {
        ...{ owner, round, state: 'accepted', latest: 1, accepted: 1, reopened: false },
        ...{ submittedAt: at, movedAt: at },
      },
      { move: 'accept', person: 'P-team', personName: 'Project team', reason: undefined },
    );
    await revisions.add({
      ...{ owner, round, number: 1, key: 'k', fingerprint: 'f' as never, instrument, basedOn: 0 },
      ...{ receipt: `R-${owner}`, at, person: 'P', personName: 'P', addIn: '1', lateReason: undefined },
      ...{ counts: { rowsAnswered: 3, rows: 3, cells: 6, explained: 0 }, content },
    });
  }
};
