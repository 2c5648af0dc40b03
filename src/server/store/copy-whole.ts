import { access, rename, rm } from 'node:fs/promises';
import { Kysely, sql } from 'kysely';
import { copyTables } from './copy-tables.ts';
import type { Engine } from './engine.ts';
import { migrate } from './migrate.ts';
import { makePrivateFile } from './private-file.ts';
import { sqliteEngine } from './sqlite-engine.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** Writes a whole database, as at one moment, into one new private file of SQLite; throws when there is such a file. */
export const copyWhole = async (db: Kysely<Tables>, engine: Engine, file: string): Promise<void> => {
  if (engine.copiesItself) {
    await makePrivateFile(file);
    try {
      await sql`vacuum into ${sql.lit(file)}`.execute(db);
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    }
    return;
  }
  if (
    await access(file).then(
      () => true,
      () => false,
    )
  )
    throw new Error(`${file} is there already`);
  const making = `${file}.making`;
  await rm(making, { force: true });
  await makePrivateFile(making);
  const target = sqliteEngine(making);
  const to = new Kysely<Tables>({ dialect: target.dialect });
  try {
    await inTransaction(db, engine, 'read', async (from) => {
      const done = await from.selectFrom('migrations').selectAll().orderBy('number').execute();
      await inTransaction(to, target, 'write', async (filled) => {
        await migrate(filled, target.types, done.at(-1)?.applied_at ?? '');
        await copyTables(from, filled);
      });
    });
    // Everything into the one file: nothing is left beside it.
    await sql`pragma wal_checkpoint(truncate)`.execute(to);
    await sql`pragma journal_mode=delete`.execute(to);
  } finally {
    await to.destroy();
  }
  await rename(making, file);
};
