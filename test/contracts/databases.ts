import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../../src/server/store/store.ts';
import { startPostgres } from '../kit/postgres.ts';

/** One kind of database, started for a test file. */
export interface Databases {
  /** The place of a new, empty database. */
  newPlace(): Promise<Place>;
  stop(): Promise<void>;
}

/** Every kind of database that the store works on: what holds for one must hold for the other. */
export const databases: readonly (readonly [string, () => Promise<Databases>])[] = [
  [
    'SQLite',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'stem-store-'));
      let files = 0;
      return {
        newPlace: () => Promise.resolve({ file: join(folder, `${(files += 1)}.db`) }),
        stop: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
      };
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const server = await startPostgres();
      return { newPlace: async () => ({ url: await server.newDatabase() }), stop: server.stop };
    },
  ],
];
