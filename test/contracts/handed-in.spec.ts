import { openStore, type Store } from '../../src/server/store/store.ts';
import { elm, lateRound, oak, programme, round } from '../server/kit/small-programme.ts';
import { databases, type Databases } from './databases.ts';

jest.setTimeout(120_000);
const now = '2009-06-01T12:00:00.000Z';
const later = '2009-06-01T20:00:00.000Z';

describe.each(databases)('what is handed in and not submitted yet, on %s', (_name, start) => {
  let bench: Databases;
  let store: Store;
  beforeAll(async () => {
    bench = await start();
    const opened = await openStore({ place: await bench.newPlace(), mode: 'real', now, programme });
    if (!opened.ok) throw new Error('not opened');
    store = opened.value;
  });
  afterAll(async () => {
    await store.close();
    await bench.stop();
  });

  const place = { owner: oak, round, token: 'one' };
  const found = async (of = place, at = now) => {
    const sealed = await store.read(({ handedIn }) => handedIn.one(of, at));
    return sealed && [...sealed];
  };
  const put = (of: typeof place, ...bytes: number[]) =>
    store.write(({ handedIn }) => handedIn.put(of, new Uint8Array(bytes), later));

  test('there is one for each session and return, the last one put', async () => {
    await put(place, 0, 255, 1);
    await put(place, 0, 255, 2);
    await put({ ...place, token: 'other' }, 3);
    await put({ ...place, round: lateRound }, 4);
    expect(await found()).toEqual([0, 255, 2]);
    expect(await found({ ...place, token: 'other' })).toEqual([3]);
    expect(await found({ ...place, owner: elm })).toBeUndefined();
  });

  test('it is not there any more once the session has run out, and is then cleared away', async () => {
    expect(await found(place, later)).toBeUndefined();
    await store.write(({ handedIn }) => handedIn.clear(now));
    expect(await found()).toEqual([0, 255, 2]);
    await store.write(({ handedIn }) => handedIn.clear(later));
    expect(await found()).toBeUndefined();
  });

  test('signing out drops all of a session and nothing of another', async () => {
    await put(place, 1);
    await put({ ...place, round: lateRound }, 2);
    await put({ ...place, token: 'other' }, 3);
    await store.write(({ handedIn }) => handedIn.dropAllOf('one'));
    expect([await found(), await found({ ...place, round: lateRound })]).toEqual([undefined, undefined]);
    expect(await found({ ...place, token: 'other' })).toEqual([3]);
  });
});
