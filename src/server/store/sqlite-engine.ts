import { sql, SqliteDialect } from 'kysely';
import { codeOf, type Engine } from './engine.ts';
import { openLibsql } from './libsql.ts';

/**
 * One file on this machine, or `:memory:`. A writing transaction takes the write lock before it reads, so that what it
 * read still holds when it writes. (Begun deferred it would fail in the middle instead.) While another holds the lock,
 * we try again ourselves: SQLite's own waiting would hold up everything else in this process.
 */
export const sqliteEngine = (file: string): Engine => ({
  dialect: new SqliteDialect({ database: openLibsql(file) }),
  types: { blob: 'blob' },
  copiesItself: true,
  // Freed pages are overwritten as they are freed; what they held may still stand in the log that is written ahead.
  overwriteFreed: async (db) => void (await sql`pragma wal_checkpoint(truncate)`.execute(db)),
  begin: { read: 'begin', write: 'begin immediate' },
  hindrance: (error) => {
    const code = codeOf(error);
    if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'others-were-faster';
    return /^SQLITE_(FULL|IOERR|CANTOPEN)/.test(code) ? 'out-of-reach' : undefined;
  },
});
