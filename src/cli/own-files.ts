import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifestFor } from './excel-manifest.mjs';

/** The project's folder: two above this file, and two above `dist/node/main.mjs`, into which this file is built. */
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the built pages and scripts lie. */
export const webFolder = join(root, 'dist', 'web');

/** Where data files lie unless somebody says otherwise. */
export const dataFolder = join(root, 'data');

/** Where imported instruments lie unless somebody says otherwise. */
export const instrumentsFolder = join(dataFolder, 'instruments');

/** The program's version, as package.json has it. */
export const version = (): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

/** The add-in's manifest for a pane that is served at an origin such as `https://returns.example.org`. */
export const manifestAt = (origin: string): string =>
  manifestFor(readFileSync(join(root, 'manifest.xml'), 'utf8'), origin);

/** Microsoft's client for developing, out of its package; only the demo ever serves it. */
export const officeJsFolder = join(root, 'node_modules', '@microsoft', 'office-js', 'dist');
