import type { HandIn } from '../../../src/server/hand-in.ts';
import { handInByChild, type ChildSettings } from '../../../src/cli/hand-in/hand-in-by-child.ts';
import { commandLine } from '../../kit/command-line.ts';
import type { Endpoint } from './endpoint.ts';

/** The real thing: children of the command line. */
export const handInForTests = (over: Partial<ChildSettings> = {}): HandIn =>
  handInByChild({
    command: [...commandLine, 'hand-in-child'],
    ...{ longest: 60_000, patience: 60_000 },
    atOnce: 2,
    waiting: 10,
    each: 10,
    ...over,
  });

/** Lets an endpoint listen on this machine; answers its address. */
export const listen = ({ app }: Endpoint): Promise<string> => app.listen({ port: 0, host: '127.0.0.1' });

/** What a browser got. */
export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly bytes: Uint8Array;
  /** The path that it is sent on to, if any. */
  readonly to: string | null;
}

/** A browser without scripts, as far as the page needs one: it keeps the cookie, and forms carry their secret. */
export const pageVisitor = (url: string) => {
  let cookie = '';
  let secret = '';
  let held = '';
  const send = async (path: string, init: RequestInit = {}): Promise<Got> => {
    const headers = { ...(cookie === '' ? {} : { cookie }), ...(init.headers as object | undefined) };
    const answer = await fetch(url + path, { ...init, headers, redirect: 'manual' });
    const [given] = answer.headers.getSetCookie();
    if (given !== undefined) cookie = given.split(';')[0] ?? '';
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true;
    const body = isPage ? new TextDecoder().decode(bytes) : '';
    secret = /name="secret" value="([^"]+)"/.exec(body)?.[1] ?? secret;
    if (isPage) held = /name="held" value="([^"]+)"/.exec(body)?.[1] ?? '';
    return { status: answer.status, headers: answer.headers, body, bytes, to: answer.headers.get('location') };
  };
  const visitor = {
    get: (path: string) => send(path),
    send,
    /** A form without a file. */
    post: (path: string, fields: Readonly<Record<string, string>> = {}) =>
      send(path, { method: 'POST', body: new URLSearchParams({ secret, ...fields }) }),
    /** The form of a check, with or without a file. */
    handIn: (
      round: string,
      {
        file,
        name = 'mine.xlsx',
        fields = {},
      }: { file?: Uint8Array; name?: string; fields?: Record<string, string> },
    ) => {
      const form = new FormData();
      for (const [key, value] of Object.entries({ secret, ...(held === '' ? {} : { held }), ...fields }))
        form.append(key, value);
      form.append('file', new Blob(file ? [new Uint8Array(file)] : []), file ? name : '');
      return send(`/hand-in/${round}/check`, { method: 'POST', body: form });
    },
    /** The form of a check as it stands now, to be sent later. */
    formOf: (round: string, fields: Readonly<Record<string, string>>) => {
      const form = new FormData();
      for (const [key, value] of Object.entries({ secret, held, ...fields })) form.append(key, value);
      return () => send(`/hand-in/${round}/check`, { method: 'POST', body: form });
    },
    /** Goes where an answer sends on to. */
    follow: async (answer: Got): Promise<Got> => {
      if (answer.to === null) throw new Error(`sent on to nowhere: ${answer.status} ${answer.body}`);
      return send(answer.to);
    },
    signIn: async (code: string) => {
      const answer = await visitor.post('/hand-in/sign-in', { code });
      return answer.to === null ? answer : visitor.follow(answer);
    },
    /** The cookie that it was given last. */
    cookie: () => cookie,
    forgetSecret: () => (secret = 'another'),
  };
  return visitor;
};

export type PageVisitor = ReturnType<typeof pageVisitor>;

/** What a screen says, without its markup. */
export const textOf = ({ body }: Pick<Got, 'body'>): string =>
  body
    .replace(/<(style|title)>[^]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
