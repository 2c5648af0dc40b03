import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { httpCollectionApi } from '#api/http-collection-api.ts';
import type { CollectionApi } from '#api/collection-api.ts';
import { buildServer } from '#server/server.ts';
import type { Records, Store } from '#server/store/store.ts';
import { holder } from './holder.ts';
import type { InstrumentsAtHand } from './instruments-at-hand.ts';
import { version } from './own-files.ts';

/** The endpoint as a command calls it. */
export interface LocalApi {
  /** As the pane does. */
  readonly api: CollectionApi;
  /** By any of its addresses. */
  readonly fetch: typeof fetch;
  readonly close: () => Promise<void>;
}

/**
 * The collection endpoint over a data file on this machine, in this process and without a network. Whoever holds the
 * file sees all of it, as the project team does: no code is asked for, and no session is written down.
 */
export const localApi = (store: Store, instruments: InstrumentsAtHand): LocalApi => {
  const now = () => new Date().toISOString();
  const app = buildServer({
    store: asHolder(store),
    world: { now, random: (bytes) => randomBytes(bytes) },
    instruments,
    offered: instruments.all,
    version: version(),
  });
  const inject: typeof fetch = async (url, { method = 'GET', headers, body } = {}) => {
    const answer = await app.inject({
      method: method as 'GET' | 'POST',
      url: url instanceof Request ? url.url : url.toString(),
      headers: { authorization: `Bearer ${session.token}`, ...Object.fromEntries(new Headers(headers)) },
      ...(typeof body === 'string' ? { payload: body } : {}),
      // An export is larger than what should be in memory at once.
      payloadAsStream: true,
    });
    const { 'content-type': type = 'application/json' } = answer.headers;
    const { statusCode: status } = answer;
    const sent = Readable.toWeb(answer.stream()) as unknown as ReadableStream;
    return new Response(status === 204 ? null : sent, { status, headers: { 'content-type': String(type) } });
  };
  const storage = { getItem: () => JSON.stringify(session), setItem: () => undefined, removeItem: () => undefined };
  return {
    api: httpCollectionApi({ base: '', fetch: inject, now, storage }),
    fetch: inject,
    close: () => app.close(),
  };
};

/** Of a session that nobody began: in this process every token is the holder's. */
const session = {
  token: 'held-by-whoever-holds-the-file',
  expires: '9999-12-31T23:59:59.999Z',
  person: { role: holder.role, name: holder.name },
} as const;

/** The store as the endpoint sees it for somebody who holds its file. */
const asHolder = (store: Store): Store => {
  const byToken = () => Promise.resolve({ person: holder, expires: session.expires });
  const seen = (records: Records): Records => ({ ...records, sessions: { ...records.sessions, byToken } });
  return {
    ...store,
    read: (work) => store.read((records) => work(seen(records))),
    write: (work) => store.write((records) => work(seen(records))),
  };
};
