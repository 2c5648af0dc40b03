import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { throwAwayCertificate } from '../kit/throw-away-certificate.ts';
import { startProduct, type Product } from './kit/product.ts';

const root = join(__dirname, '../..');

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

let folder: string;
let product: Product;
let manifest: string;
let authority: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stem-certificate-'));
  const { ca, cert, key } = throwAwayCertificate(folder);
  authority = readFileSync(ca, 'utf8');
  const port = await freePort();
  product = await startProduct({
    script: 'src/cli/excel.mjs',
    env: { PORT: String(port), STEM_CERT: cert, STEM_KEY: key },
  });
  manifest = readFileSync(join(root, 'dist/excel/manifest.xml'), 'utf8');
});

afterAll(async () => {
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The certificate is checked, as Excel does. */
const ask = (url: string) =>
  new Promise<Answer>((resolve, reject) => {
    get(url, { ca: authority }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }),
      );
    }).on('error', reject);
  });

const addresses = () =>
  [...manifest.matchAll(/DefaultValue="(https?:[^"]+)"/g)].map(([, url]) => url).filter((url) => url !== undefined);

test('the written manifest points to the running server and nowhere else', () => {
  expect(product.url).toMatch(/^https:/);
  expect(addresses().length).toBeGreaterThan(40);
  expect(addresses().filter((url) => !url.startsWith(`${product.url}/`))).toEqual([]);
});

test('every address of the manifest answers with what Excel expects there, and may be kept', async () => {
  for (const url of addresses()) {
    const { status, headers, body } = await ask(url);
    expect({ url, status }).toEqual({ url, status: 200 });
    expect(headers['content-type']).toMatch(url.endsWith('.png') ? /^image\/png/ : /^text\/html/);
    if (url.endsWith('.png')) {
      expect(body.subarray(1, 4).toString()).toBe('PNG');
      expect(headers['cache-control'] ?? '').not.toMatch(/no-store|no-cache/);
    }
  }
});

test('the pane loads office.js from Microsoft and everything else from here, and nothing in it is inline', async () => {
  const page = (await ask(`${product.url}/taskpane.html`)).body.toString();
  const sources = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => String(url));
  const [officeJs, ...own] = sources;
  expect(officeJs).toBe('https://appsforoffice.microsoft.com/lib/1/hosted/office.js');
  for (const path of own) {
    const { status, headers } = await ask(product.url + path);
    expect({ path, status }).toEqual({ path, status: 200 });
    expect(headers['content-type']).toMatch(path.endsWith('.css') ? /^text\/css/ : /javascript/);
  }
  expect(page).not.toMatch(/<style|style="|<script(?![^>]*\bsrc=)|\bon[a-z]+="/);
});

test('the pane may be framed by Excel on the web, and runs nothing but files', async () => {
  const { headers } = await ask(`${product.url}/taskpane.html`);
  const policy = String(headers['content-security-policy']);
  expect(policy).toMatch(/frame-ancestors [^;]*\.officeapps\.live\.com/);
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*'unsafe-inline'/);
  expect(headers['x-frame-options']).toBeUndefined();
});

test('the same address is the collection endpoint', async () => {
  const { status } = await ask(`${product.url}/healthz`);
  expect(status).toBe(200);
});

test('the steps for Windows, for a Mac and for the web are printed, with the manifest', async () => {
  for (let turn = 0; turn < 50 && !product.printed().includes('ribbon'); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  for (const told of [
    'Excel on Windows',
    'Excel on a Mac',
    'Excel on the web',
    join(root, 'dist/excel/manifest.xml'),
  ]) {
    expect(product.printed()).toContain(told);
  }
});
