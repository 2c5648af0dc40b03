import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { paths } from '#wire/paths.ts';
import { startEndpoint, type Endpoint } from './kit/endpoint.ts';
import { exchange } from './kit/raw-http.ts';

/** As usual, but for the test's patience: milliseconds instead of seconds. */
const patience = { head: 300, request: 600, silence: 900, next: 200, looks: 20 };
const body = '{"code":"NONE"}';
const head =
  `POST ${paths.session} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n` +
  `Content-Length: ${body.length}\r\n`;

let endpoint: Endpoint;
let port: number;
beforeAll(async () => {
  endpoint = await startEndpoint({ patience });
  await endpoint.app.listen({ port: 0, host: '127.0.0.1' });
  port = (endpoint.app.server.address() as AddressInfo).port;
});
afterAll(() => endpoint.close());

/** Sends some bytes at once and the others one at a time, until the server ends it; answers all it said, and when. */
const drip = async (atOnce: string, slowly: string) => {
  const began = performance.now();
  const socket = connect({ port, host: '127.0.0.1' });
  const said: Buffer[] = [];
  socket.on('data', (piece: Buffer) => said.push(piece));
  socket.on('error', () => undefined);
  let ended = false;
  const gone = once(socket, 'close').then(() => (ended = true));
  socket.write(atOnce);
  for (const byte of slowly) {
    if (ended) break;
    socket.write(byte);
    await pause(50);
  }
  await gone;
  return { said: Buffer.concat(said).toString(), after: performance.now() - began };
};

test.each([
  ['its head', '', `${head}X-Slow: ${'x'.repeat(1000)}`, patience.head],
  ['its body', `${head}\r\n`, body.padStart(1000), patience.request],
])(
  'a caller who sends %s a byte at a time is told that it is too slow, and let go',
  async (_part, fast, slow, most) => {
    const { said, after } = await drip(fast, slow);
    expect(said).toMatch(/^HTTP\/1\.1 408 .*application\/problem\+json.*"code":"too-slow"/s);
    expect(after).toBeGreaterThanOrEqual(most);
    expect(after).toBeLessThan(most + 2000);
  },
);

test('a caller who says nothing at all is let go', async () => {
  expect((await drip('', '')).after).toBeLessThan(patience.silence + 2000);
});

test('a connection on which nothing more is asked is let go', async () => {
  const { said, after } = await drip(`${head}\r\n${body}`, '');
  expect(said).toContain('code-unknown');
  expect(after).toBeLessThan(patience.next + 3000);
});

test('a hundred slow callers keep nobody else from being answered', async () => {
  const slow = Array.from({ length: 100 }, () => drip(head, 'x'.repeat(4)));
  const began = performance.now();
  const answer = await exchange(port, Buffer.from(`${head}Connection: close\r\n\r\n${body}`));
  expect(answer).toMatchObject({ kind: 'answered', status: 401 });
  expect(performance.now() - began).toBeLessThan(2000);
  await Promise.all(slow);
});
