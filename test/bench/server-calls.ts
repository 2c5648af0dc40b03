import { Agent, request } from 'node:http';
import { paths } from '#wire/paths.ts';

/** What came back: its status, and its text. */
export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** Calls a server over at most so many connections, which stay open. */
export const callerOf = (url: string, connections: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const call = (method: string, path: string, body?: string, token?: string): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const headers = {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      };
      const asking = request(url + path, { agent, method, headers }, (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString() }));
        answer.on('error', reject);
      });
      asking.on('error', reject);
      asking.end(body);
    });
  return {
    call,
    /** Signs in with a code; answers the token. */
    signIn: async (code: string): Promise<string> => {
      const { text } = await call('POST', paths.session, JSON.stringify({ code }));
      return (JSON.parse(text) as { token: string }).token;
    },
    /** What a table sends, piece by piece, without keeping any of it; answers how many bytes there were. */
    drain: (path: string, token: string): Promise<number> =>
      new Promise((resolve, reject) => {
        request(url + path, { agent, headers: { authorization: `Bearer ${token}` } }, (answer) => {
          let bytes = 0;
          answer.on('data', (piece: Buffer) => (bytes += piece.length));
          answer.on('end', () => resolve(bytes));
          answer.on('error', reject);
        })
          .on('error', reject)
          .end();
      }),
    end: () => agent.destroy(),
  };
};

export type Caller = ReturnType<typeof callerOf>;

/** The number that so many in a hundred do not exceed; 0 of none. */
export const percentile = (numbers: readonly number[], percent: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor((numbers.length * percent) / 100))] ?? 0;
