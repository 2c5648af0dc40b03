import { connect } from 'node:net';

/** What a server did with the bytes it was sent. `hung`: it neither answered nor closed within the time it had. */
export type Outcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: ReadonlyMap<string, string>;
      readonly body: string;
    }
  | { readonly kind: 'closed' }
  | { readonly kind: 'hung' };

/**
 * Sends bytes to a port of this machine exactly as they are, and takes what comes back. An answer is whole when the
 * server closes: requests say `Connection: close`, or are so broken that it does. `breaksOff`: the sender goes away
 * after the last byte, as for a body that is shorter than was promised.
 */
export const exchange = (
  port: number,
  bytes: Uint8Array,
  { breaksOff = false, patience = 10_000 }: { breaksOff?: boolean; patience?: number } = {},
): Promise<Outcome> =>
  new Promise((done) => {
    const heard: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const impatience = setTimeout(() => {
      socket.destroy();
      done({ kind: 'hung' });
    }, patience);
    const finish = () => {
      clearTimeout(impatience);
      socket.destroy();
      done(answerIn(Buffer.concat(heard)));
    };
    socket.on('data', (piece: Buffer) => heard.push(piece));
    socket.on('end', finish);
    // A server that has refused a request may close before all of it was written.
    socket.on('error', finish);
    socket.write(bytes);
    if (breaksOff) socket.end();
  });

const answerIn = (bytes: Buffer): Outcome => {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return { kind: 'closed' };
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const [name = '', ...rest] = line.split(':');
      return [name.toLowerCase(), rest.join(':').trim()] as const;
    }),
  );
  const rest = bytes.subarray(end + 4);
  // 100 only says: go on.
  if (/^HTTP\/1\.1 1\d\d /.test(first)) return answerIn(rest);
  const body = headers.get('transfer-encoding') === 'chunked' ? unchunked(rest) : rest;
  return { kind: 'answered', status: Number(first.split(' ')[1]), headers, body: body.toString('utf8') };
};

const unchunked = (bytes: Buffer): Buffer => {
  const pieces: Buffer[] = [];
  for (let at = 0; ;) {
    const line = bytes.indexOf('\r\n', at);
    const size = line < 0 ? 0 : Number.parseInt(bytes.subarray(at, line).toString('latin1'), 16);
    if (!(size > 0)) return Buffer.concat(pieces);
    pieces.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
};
