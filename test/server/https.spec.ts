import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type ConnectionOptions } from 'node:tls';
import { throwAwayCertificate } from '../kit/throw-away-certificate.ts';
import { startEndpoint, type Endpoint } from './kit/endpoint.ts';

/** A server that speaks HTTPS itself, with a certificate of its own and without a proxy. */
const folder = mkdtempSync(join(tmpdir(), 'stem-https-'));
let ca: string;
let endpoint: Endpoint;

beforeAll(async () => {
  const files = throwAwayCertificate(folder);
  ca = readFileSync(files.ca, 'utf8');
  const certificate = { cert: readFileSync(files.cert, 'utf8'), key: readFileSync(files.key, 'utf8') };
  endpoint = await startEndpoint({ certificate });
  await endpoint.app.listen({ port: 0, host: '127.0.0.1' });
}, 60_000);
afterAll(async () => {
  await endpoint.close();
  rmSync(folder, { recursive: true });
});

/** What is agreed on with a caller who speaks no more than this; `refused` when nothing is. */
const agreed = async (speaks: ConnectionOptions): Promise<string> => {
  const { port } = endpoint.app.server.address() as AddressInfo;
  const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca, ...speaks });
  try {
    await once(socket, 'secureConnect');
    return `${socket.getProtocol()} ${socket.getCipher().name}`;
  } catch {
    return 'refused';
  } finally {
    socket.destroy();
  }
};

// Security level 0, so that it is the server who refuses and not this end.
const old = (version: ConnectionOptions['minVersion']): ConnectionOptions => ({
  minVersion: version,
  maxVersion: version,
  ciphers: 'DEFAULT@SECLEVEL=0',
});
const suite = (name: string): ConnectionOptions => ({ maxVersion: 'TLSv1.2', ciphers: `${name}@SECLEVEL=0` });

test.each<[string, ConnectionOptions, string]>([
  ['whatever is the newest', {}, 'TLSv1.3 TLS_AES_256_GCM_SHA384'],
  ['TLS 1.2', { maxVersion: 'TLSv1.2' }, 'TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384'],
])('it speaks %s, the strongest suite first', async (_what, speaks, what) => {
  expect(await agreed(speaks)).toBe(what);
});

test.each<[string, ConnectionOptions]>([
  ['TLS 1.1', old('TLSv1.1')],
  ['TLS 1.0', old('TLSv1')],
  ['a suite that whoever finds the key later could read', suite('AES256-GCM-SHA384')],
  ['chained blocks', suite('ECDHE-RSA-AES128-SHA256')],
  ['SHA-1', suite('ECDHE-RSA-AES256-SHA')],
])('it does not speak %s', async (_what, speaks) => {
  expect(await agreed(speaks)).toBe('refused');
});
