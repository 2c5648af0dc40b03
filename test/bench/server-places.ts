import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../../src/server/store/store.ts';
import { startPostgres } from '../kit/postgres.ts';

/** Runs something with a new database of each kind that `BENCH_DATABASE` names, of both when it names none. */
export const withPlaces = async (
  work: (name: string, place: Place, folder: string) => Promise<void>,
): Promise<void> => {
  const wanted = process.env.BENCH_DATABASE?.split(',') ?? ['SQLite', 'PostgreSQL'];
  for (const name of wanted) {
    const folder = mkdtempSync(join(tmpdir(), 'stem-bench-'));
    const postgres = name === 'PostgreSQL' ? await startPostgres() : undefined;
    try {
      await work(
        name,
        postgres ? { url: await postgres.newDatabase() } : { file: join(folder, 'returns.db') },
        folder,
      );
    } finally {
      await postgres?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
};
