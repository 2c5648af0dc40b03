import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { ownerId, roundId } from '#core/ids.ts';
import { instrumentRef } from '#core/instrument/instrument.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { fingerprintOf } from '#core/returns/fingerprint.ts';
import { paths } from '#wire/paths.ts';
import type { SubmitRequest } from '#wire/shapes.ts';
import { buildServer, type ServerParts } from '../../../src/server/server.ts';
import { openStore, type Store } from '../../../src/server/store/store.ts';
import { codes, instruments, programme, small } from './small-programme.ts';

/** An endpoint over a database in memory, to be closed when the test file ends. */
export const startEndpoint = async (parts: Partial<ServerParts> = {}) => {
  const now = '2009-06-01T12:00:00.000Z';
  const opened = await openStore({ place: { file: ':memory:' }, mode: 'real', now, programme });
  if (!opened.ok) throw new Error('not opened');
  return endpointOver(opened.value, parts);
};

/** An endpoint over a store, with a clock and chance of its own. */
export const endpointOver = (store: Store, parts: Partial<ServerParts> = {}) => {
  const clock = { now: '2009-06-01T12:00:00.000Z' };
  let drawn = 0;
  const random = (bytes: number) => {
    drawn += 1;
    return new Uint8Array(createHash('sha256').update(String(drawn)).digest()).subarray(0, bytes);
  };
  const app = buildServer({
    store,
    instruments,
    world: { now: () => clock.now, random },
    version: '0.0.0',
    ...parts,
  });
  const close = async () => {
    await app.close();
    await store.close();
  };
  const signInBy = async (code: string) => {
    const answer = await app.inject({ method: 'POST', url: paths.session, payload: { code } });
    return caller(app, answer.json<{ token: string }>().token);
  };
  const signIn = (who: keyof typeof codes) => signInBy(codes[who]);
  return { app, store, clock, close, signIn, signInBy, nobody: caller(app, '') };
};

export type Endpoint = Awaited<ReturnType<typeof startEndpoint>>;
export type Caller = ReturnType<typeof caller>;

/** Somebody signed in; with an empty token nobody. */
const caller = (app: ReturnType<typeof buildServer>, token: string) => {
  const headers = token === '' ? {} : { authorization: `Bearer ${token}` };
  return {
    token,
    call: (method: string, url: string, payload: object = {}) =>
      app.inject({ method: method as 'GET', url, headers, ...(method === 'GET' ? {} : { payload }) }),
    get: (url: string) => app.inject({ method: 'GET', url, headers }),
    post: (url: string, payload: unknown = undefined) =>
      app.inject({ method: 'POST', url, headers, ...(payload === undefined ? {} : { payload: payload as object }) }),
    put: (url: string, payload: unknown = undefined) =>
      app.inject({ method: 'PUT', url, headers, ...(payload === undefined ? {} : { payload: payload as object }) }),
    patch: (url: string, payload: unknown) =>
      app.inject({ method: 'PATCH', url, headers, payload: payload as object }),
    /** Sends a file as it is. */
    postCsv: (url: string, payload: string | Buffer | Readable) =>
      app.inject({ method: 'POST', url, headers: { ...headers, 'content-type': 'text/csv' }, payload }),
    delete: (url: string) => app.inject({ method: 'DELETE', url, headers }),
    submit: (round: string, owner: string, request: SubmitRequest) =>
      app.inject({ method: 'POST', url: paths.revisions(round, owner), headers, payload: request }),
  };
};

/** Answers by row: `{ A1: { stage: '2 Half done' } }`. */
export const contentOf = (
  rows: Readonly<Record<string, Readonly<Record<string, string | number | null>>>>,
  explanations: ReturnContent['explanations'] = [],
): ReturnContent => ({
  rows: Object.entries(rows).map(([key, values]) => ({ key, values })),
  explanations,
});

/** A submission that hangs together; `over` spoils it on purpose. */
export const submission = (
  round: string,
  owner: string,
  key: string,
  basedOn: number,
  content: ReturnContent,
  over: Partial<SubmitRequest> = {},
): SubmitRequest => ({
  key,
  fingerprint: fingerprintOf({
    instrument: instrumentRef(small),
    round: roundId(round),
    owner: ownerId(owner),
    content,
  }),
  basedOn,
  content: content as SubmitRequest['content'],
  replies: [],
  addIn: 'test',
  ...over,
});
