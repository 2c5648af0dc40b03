import { httpCollectionApi } from '#api/http-collection-api.ts';
import type { CollectionApi } from '#api/collection-api.ts';
import { buildServer } from '#server/server.ts';
import type { Records, Store } from '#server/store/store.ts';
import type { InstrumentsAtHand } from './instruments-at-hand.ts';
import { version } from './own-files.ts';

/**
 * The collection endpoint over a data file on this machine, in this process and without a network. Whoever holds the
 * file sees all of it, as the project team does: no code is asked for, and no session is written down.
 */
export const localApi = async (
  store: Store,
  instruments: InstrumentsAtHand,
): Promise<{ readonly api: CollectionApi; readonly close: () => Promise<void> }> => {
  const now = () => new Date().toISOString();
  const app = buildServer({
    store: asHolder(store),
    world: { now, random: (bytes) => new Uint8Array(bytes) },
    instruments,
    version: version(),
  });
  const inject: typeof fetch = async (url, { method = 'GET', headers, body } = {}) => {
    const answer = await app.inject({
      method: method as 'GET' | 'POST',
      url: url instanceof Request ? url.url : url.toString(),
      headers: Object.fromEntries(new Headers(headers)),
      ...(typeof body === 'string' ? { payload: body } : {}),
    });
    const { 'content-type': type = 'application/json' } = answer.headers;
    return new Response(answer.body, { status: answer.statusCode, headers: { 'content-type': String(type) } });
  };
  const api = httpCollectionApi({ base: '', fetch: inject, now });
  const signedIn = await api.signIn('whoever holds the file');
  if (!signedIn.ok) throw new Error(JSON.stringify(signedIn.failure));
  return { api, close: () => app.close() };
};

/** The store as the endpoint sees it for somebody who holds its file. */
const asHolder = (store: Store): Store => {
  const holder = {
    id: 'holder-of-the-file',
    role: 'project-team',
    name: 'Command line',
    owner: undefined,
    schools: [],
  } as const;
  const seen = (records: Records): Records => ({
    ...records,
    people: {
      ...records.people,
      byCode: () => Promise.resolve(holder),
      byToken: () => Promise.resolve(holder),
      startSession: () => Promise.resolve(),
    },
  });
  return {
    ...store,
    read: (work) => store.read((records) => work(seen(records))),
    write: (work) => store.write((records) => work(seen(records))),
  };
};
