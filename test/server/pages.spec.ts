import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startEndpoint, type Endpoint } from './kit/endpoint.ts';

/** As the build leaves it: the pane's files, and those of the workbench, whose addresses begin with its name. */
const built = [
  'taskpane.html',
  'help.html',
  'pane/taskpane.0123456789.js',
  'pane/736.0123456789.js',
  'pane/taskpane.0123456789.css',
  'assets/icon-32.png',
  'workbench.html',
  'workbench-pane.html',
  'workbench-start.0123456789.js',
  'workbench/page.0123456789.js',
];
const folder = mkdtempSync(join(tmpdir(), 'stem-pages-'));
const officeJs = mkdtempSync(join(tmpdir(), 'stem-office-'));
for (const file of built) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), file);
}
writeFileSync(join(officeJs, 'excel-web-16.00.js'), 'client');
const codes = { notice: 'Invented.', people: [] };

let real: Endpoint;
let demo: Endpoint;
beforeAll(async () => {
  real = await startEndpoint({ pages: { folder } });
  demo = await startEndpoint({ pages: { folder, demo: { officeJs, codes } } });
});
afterAll(async () => {
  await Promise.all([real.close(), demo.close()]);
  for (const made of [folder, officeJs]) rmSync(made, { recursive: true, force: true });
});

const get = (endpoint: Endpoint, url: string) => endpoint.app.inject({ method: 'GET', url });
const ofWorkbench = built.filter((file) => file.startsWith('workbench')).map((file) => `/${file}`);

describe('a real deployment', () => {
  test.each(built.filter((file) => !file.startsWith('workbench')))('serves the pane: /%s', async (file) => {
    const answer = await get(real, `/${file}`);
    expect([answer.statusCode, answer.body]).toEqual([200, file]);
  });

  test.each([
    ...ofWorkbench,
    '/office-js/excel-web-16.00.js',
    '/workbench/demo-codes.json',
    '/%77orkbench.html',
    '//workbench.html',
    '/pane/../workbench.html',
    '/pane/..%2fworkbench.html',
    '/pane/%2e%2e/workbench.html',
    '/./workbench.html',
    '/WORKBENCH.HTML',
    '/pane/',
    '/assets/../../package.json',
  ])('serves neither the workbench nor the npm office.js: %s is not found', async (url) => {
    const answer = await get(real, url);
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'not-found' });
  });
});

describe('the demo', () => {
  test('opens the workbench at /', async () => {
    expect((await get(demo, '/')).body).toBe('workbench.html');
  });

  test.each([...ofWorkbench, '/taskpane.html', '/office-js/excel-web-16.00.js'])('serves %s', async (url) => {
    expect((await get(demo, url)).statusCode).toBe(200);
  });

  test('shows its codes to the workbench', async () => {
    expect((await get(demo, '/workbench/demo-codes.json')).json()).toEqual(codes);
  });
});

describe.each(['/taskpane.html', '/workbench-pane.html'])('the pane at %s', (url) => {
  test('comes with its content security policy: own scripts and Microsoft’s, nothing evaluated, no inline script', async () => {
    const policy = String((await get(demo, url)).headers['content-security-policy']);
    const sources = Object.fromEntries(
      policy.split('; ').map((directive) => {
        const [name, ...rest] = directive.split(' ');
        return [name, rest];
      }),
    );
    expect(sources['script-src']).toEqual([
      "'self'",
      'https://appsforoffice.microsoft.com',
      'https://ajax.aspnetcdn.com',
    ]);
    expect(sources['default-src']).toEqual(["'self'"]);
    expect(sources['frame-ancestors']).toEqual([
      "'self'",
      'https://*.officeapps.live.com',
      'https://*.sharepoint.com',
      'https://onedrive.live.com',
      'https://*.office.com',
      'https://*.cloud.microsoft',
    ]);
    expect(sources['connect-src']).toContain("'self'");
    expect(policy).not.toContain('unsafe-eval');
  });

  test('never comes with X-Frame-Options, which would keep Excel on the web from showing it', async () => {
    expect((await get(demo, url)).headers).not.toHaveProperty('x-frame-options');
  });

  test('is asked for anew after an update', async () => {
    expect((await get(demo, url)).headers['cache-control']).toBe('no-cache');
  });
});

test('nothing but the pane may be framed, and nothing but its own files is run, nor is its kind guessed', async () => {
  const known = await startEndpoint({ pages: { folder, manifest: '<OfficeApp/>' } });
  const others = [
    '/help.html',
    '/pane/taskpane.0123456789.js',
    '/pane/taskpane.0123456789.css',
    '/assets/icon-32.png',
  ];
  for (const url of [...others, '/manifest.xml', '/', '/healthz']) {
    const answer = await get(known, url);
    expect([url, answer.statusCode]).toEqual([url, 200]);
    const policy = String(answer.headers['content-security-policy']);
    expect([url, policy]).toEqual([url, expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/)]);
    expect([url, policy]).toEqual([url, expect.stringContaining("base-uri 'none'")]);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  }
  for (const url of [...others, '/manifest.xml', '/', '/taskpane.html']) {
    const { headers } = await get(known, url);
    expect([url, headers]).toMatchObject([
      url,
      { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' },
    ]);
  }
  await known.close();
});

test('icons may be kept, as Excel demands; files with a content hash for ever', async () => {
  const icon = await get(real, '/assets/icon-32.png');
  expect(icon.headers['cache-control']).toBe('public, max-age=86400');
  expect(icon.headers['content-type']).toBe('image/png');
  const script = await get(real, '/pane/taskpane.0123456789.js');
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('a build that is not there is a plain 404, the API works all the same', async () => {
  const bare = await startEndpoint({ pages: { folder: join(folder, 'nowhere') } });
  expect((await get(bare, '/taskpane.html')).statusCode).toBe(404);
  expect((await get(bare, '/healthz')).json()).toEqual({ status: 'ok' });
  await bare.close();
});

describe('the page at the server’s own address', () => {
  test('says that it works, needs no script, and lets nobody frame it', async () => {
    const answer = await get(real, '/');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Everything is working');
    expect(answer.body).not.toMatch(/<script|manifest\.xml/);
    expect(answer.headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  });

  test('says in plain words when the database does not answer', async () => {
    const broken = await startEndpoint({ pages: { folder } });
    broken.store.ping = () => Promise.reject(new Error('SECRET'));
    const answer = await get(broken, '/');
    await broken.close();
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('waits in your workbook');
    expect(answer.body).not.toContain('SECRET');
  });

  test('leads to the manifest where the server knows its own address', async () => {
    const known = await startEndpoint({ pages: { folder, manifest: '<OfficeApp/>' } });
    expect((await get(known, '/')).body).toContain('href="/manifest.xml"');
    const manifest = await get(known, '/manifest.xml');
    await known.close();
    expect([manifest.headers['content-type'], manifest.body]).toEqual([
      'application/xml; charset=utf-8',
      '<OfficeApp/>',
    ]);
    expect((await get(real, '/manifest.xml')).statusCode).toBe(404);
  });
});
