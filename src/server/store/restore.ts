import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Instant } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { copyTables } from './copy-tables.ts';
import { migrate } from './migrate.ts';
import { engineAt, type Place } from './store.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

export type RestoreFailure =
  /** The file is none that `backup` wrote, is damaged, or was made by a newer program. */
  | { readonly kind: 'no-backup'; readonly reason: string }
  /** There is something in the database already: nothing is ever written over. */
  | { readonly kind: 'not-empty' };

/**
 * Fills an empty database from a backup, of whichever kind either was; in one transaction, so that it is there whole or
 * not at all. A backup of an older version is brought to this program's version. The backup itself is only read.
 */
export const restoreFrom = async (
  backup: string,
  place: Place,
  now: Instant,
): Promise<Result<ReadonlyMap<keyof Tables, number>, RestoreFailure>> => {
  const folder = await mkdtemp(join(tmpdir(), 'stem-restore-'));
  const target = engineAt(place);
  const to = new Kysely<Tables>({ dialect: target.dialect });
  try {
    // Opening a file of SQLite writes into it: that is done to a copy.
    const file = join(folder, 'backup.db');
    // A data file that was copied instead of backed up may have its latest writes beside it. They come first: whoever had
    // it open may be putting them into the file just now, and doing so twice does no harm, while leaving them out would.
    await copyFile(`${backup}-wal`, `${file}-wal`).catch(() => undefined);
    await copyFile(backup, file);
    const source = await openBackup(file, now);
    if (!source.ok) return source;
    try {
      return await inTransaction(to, target, 'write', async (filled) => {
        await migrate(filled, target.types, now);
        const there = await filled.selectFrom('about').select('name').limit(1).executeTakeFirst();
        if (there) return failed({ kind: 'not-empty' } as const);
        return ok(await copyTables(source.value, filled));
      });
    } finally {
      await source.value.destroy();
    }
  } finally {
    await to.destroy();
    await rm(folder, { recursive: true, force: true });
  }
};

/** The backup, brought to this program's version; a failure for whatever is none. */
const openBackup = async (file: string, now: Instant): Promise<Result<Kysely<Tables>, RestoreFailure>> => {
  let from: Kysely<Tables> | undefined;
  try {
    const engine = engineAt({ file });
    from = new Kysely<Tables>({ dialect: engine.dialect });
    const mode = await inTransaction(from, engine, 'write', async (open) => {
      const found = await open.selectFrom('about').select('value').where('name', '=', 'mode').executeTakeFirst();
      if (found) await migrate(open, engine.types, now);
      return found;
    });
    if (mode) return ok(from);
    await from.destroy();
    return failed({ kind: 'no-backup', reason: 'it holds no programme' });
  } catch (error) {
    await from?.destroy();
    return failed({ kind: 'no-backup', reason: error instanceof Error ? error.message : String(error) });
  }
};
