import { paths } from '#wire/paths.ts';
import { contentOf, startEndpoint, submission, type Endpoint } from './kit/endpoint.ts';
import { codes, oak, round } from './kit/small-programme.ts';

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
    expect(headers['access-control-allow-headers']).toBe('Authorization, Content-Type, Idempotency-Key');
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

test('the log tells what was asked and how it went, but no name, address, code, token or answer', async () => {
  const lines: string[] = [];
  endpoint = await startEndpoint({
    logger: { level: 'trace', stream: { write: (line: string) => void lines.push(line) } },
  });
  const school = await endpoint.signIn('oak');
  await endpoint.app.inject({ method: 'POST', url: paths.session, payload: { code: 'WRONG-CODE' } });
  const content = contentOf({ A1: { stage: '3 Done', note: 'Mrs Example saw it' } });
  await school.submit(round, oak, submission(round, oak, 'k1', 0, content));
  await school.submit(round, oak, submission(round, oak, 'k2', 1, contentOf({ A1: { stage: 'Mrs Example' } })));
  await school.get('/v1/rounds/Mrs-Example/returns/999901');
  const broken = endpoint.store;
  broken.write = () => Promise.reject(new Error('boom'));
  await school.delete(paths.session);

  const log = lines.join('');
  expect(log).toContain('"route":"/v1/rounds/:round/returns/:owner/revisions","status":201');
  expect(log).toContain('"status":422');
  expect(log).toContain('"msg":"unexpected"');
  for (const secret of [school.token, codes.oak, 'WRONG-CODE', 'Mrs', 'Oak School', '127.0.0.1', oak]) {
    expect(log).not.toContain(secret);
  }
});
