import type { AddressInfo } from 'node:net';
import { paths } from '#wire/paths.ts';
import { startEndpoint, type Endpoint } from './kit/endpoint.ts';
import { exchange } from './kit/raw-http.ts';

let endpoint: Endpoint;
afterEach(() => endpoint.close());

describe('who watches the server', () => {
  test('hears ok while the database answers', async () => {
    endpoint = await startEndpoint();
    const answer = await endpoint.app.inject({ method: 'GET', url: paths.health });
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }]);
  });

  test('hears unavailable when it does not', async () => {
    endpoint = await startEndpoint();
    endpoint.store.ping = () => Promise.reject(new Error('gone'));
    const answer = await endpoint.app.inject({ method: 'GET', url: paths.health });
    expect([answer.statusCode, answer.json()]).toMatchObject([503, { code: 'unavailable' }]);
  });
});

describe('browsers of other origins', () => {
  const preflight = (origin: string) =>
    endpoint.app.inject({
      method: 'OPTIONS',
      url: paths.rounds,
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });

  test('may call the API from the add-in’s origin, with a token and JSON, but never with cookies', async () => {
    endpoint = await startEndpoint({ addInOrigins: ['https://addin.example.org'] });
    const { headers } = await preflight('https://addin.example.org');
    expect(headers['access-control-allow-origin']).toBe('https://addin.example.org');
    expect(headers['access-control-allow-headers']).toBe(
      'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match',
    );
    expect(headers['access-control-max-age']).toBe('600');
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });

  test.each(['https://evil.example', 'https://addin.example.org.evil.example', 'http://addin.example.org', 'null'])(
    'are not let in from %s',
    async (origin) => {
      endpoint = await startEndpoint({ addInOrigins: ['https://addin.example.org'] });
      expect((await preflight(origin)).headers).not.toHaveProperty('access-control-allow-origin');
    },
  );

  test('are not let in at all when no origin is configured', async () => {
    endpoint = await startEndpoint();
    expect((await preflight('https://addin.example.org')).headers).not.toHaveProperty('access-control-allow-origin');
  });
});

test('the OpenAPI document is 3.1, names routes with their shapes, and the problem document for refusals', async () => {
  endpoint = await startEndpoint();
  const document = (await endpoint.app.inject({ method: 'GET', url: paths.openApi })).json<{
    openapi: string;
    paths: Record<string, Record<string, { requestBody?: unknown; responses: Record<string, unknown> }>>;
    components: { schemas: Record<string, unknown> };
  }>();
  expect(document.openapi).toBe('3.1.0');
  const submit = document.paths['/v1/rounds/{round}/returns/{owner}/revisions']?.['post'];
  expect(submit?.requestBody).toMatchObject({
    content: { 'application/json': { schema: { properties: { fingerprint: { pattern: '^[0-9a-f]{64}$' } } } } },
  });
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    expect(operation.responses).toHaveProperty('default');
  }
  expect(document.components.schemas).toHaveProperty('Problem');
});

test('reached by HTTPS, every answer tells browsers to come by nothing else; by plain HTTP none does', async () => {
  endpoint = await startEndpoint({ isHttps: true });
  const header = async (url: string) => (await endpoint.app.inject({ url })).headers['strict-transport-security'];
  expect([await header(paths.health), await header('/nothing-here')]).toEqual(
    Array(2).fill('max-age=31536000; includeSubDomains'),
  );
  await endpoint.close();
  endpoint = await startEndpoint();
  expect(await header(paths.health)).toBeUndefined();
});

/** What keeps a browser that is led to an answer from sniffing, framing, keeping or running it. */
const guarding = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
};

test('an answer or refusal that a browser is led to is neither sniffed, framed, kept nor run', async () => {
  endpoint = await startEndpoint();
  for (const url of [paths.health, paths.returns, '/nothing-here', '/v1/nothing-here']) {
    const { headers } = await endpoint.app.inject({ url });
    expect([url, headers]).toMatchObject([url, guarding]);
  }
});

const health = `GET ${paths.health} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`;

test.each([
  ['bytes that are no request', 'NONSENSE\r\n\r\n', 400],
  ['a head that is too large', `${health}X-Long: ${'x'.repeat(17_000)}\r\n\r\n`, 413],
  ['an address that cannot be read', health.replace(paths.health, '/%zz') + '\r\n', 400],
])('nor are refusals before any route: %s', async (_what, bytes, status) => {
  endpoint = await startEndpoint({ isHttps: true });
  await endpoint.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = endpoint.app.server.address() as AddressInfo;
  const outcome = await exchange(port, Buffer.from(bytes));
  if (outcome.kind !== 'answered') throw new Error(outcome.kind);
  expect([outcome.status, Object.fromEntries(outcome.headers)]).toMatchObject([
    status,
    { ...guarding, 'strict-transport-security': 'max-age=31536000; includeSubDomains' },
  ]);
});

test.each(['TRACE', 'TRACK', 'CONNECT', 'PROPFIND', 'LINK'])(
  '%s is not answered with what was asked',
  async (method) => {
    endpoint = await startEndpoint();
    await endpoint.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = endpoint.app.server.address() as AddressInfo;
    for (const url of ['/', paths.health, paths.rounds, '/hand-in']) {
      const request = `${method} ${url} HTTP/1.1\r\nHost: x\r\nX-Mine: Zwetschge\r\nConnection: close\r\n\r\n`;
      const outcome = await exchange(port, Buffer.from(request));
      const said = outcome.kind === 'answered' ? [outcome.status >= 400, outcome.body] : [true, ''];
      expect(said).toEqual([true, expect.not.stringContaining('Zwetschge')]);
    }
  },
);
