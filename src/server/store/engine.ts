import type { Dialect, Kysely } from 'kysely';
import type { ColumnTypes } from './migrate.ts';
import type { Tables } from './tables.ts';

/** A kind of database, as the store needs it: how to speak to it, and the little in which databases differ. */
export interface Engine {
  readonly dialect: Dialect;
  readonly types: ColumnTypes;
  /** The statements that begin a transaction whose reads all see one moment, and one that also writes. */
  readonly begin: { readonly read: string; readonly write: string };
  /** Whether the database is a file of SQLite, which can copy itself. */
  readonly copiesItself: boolean;
  /** Overwrites what was deleted where it still lies; absent where the database cannot be told to. */
  overwriteFreed?(db: Kysely<Tables>): Promise<void>;
  /** What kept a transaction from being done, where it was not the work itself; `undefined` where it was. */
  hindrance(error: unknown): Hindrance | undefined;
}

/**
 * - `others-were-faster`: done again from its beginning, the transaction is likely to succeed.
 * - `already-there`: so it is when two transactions made the same row at once; the second will then find it.
 * - `out-of-reach`: the database is full, going down or cannot be reached.
 */
export type Hindrance = 'others-were-faster' | 'already-there' | 'out-of-reach';

/** The word a database's driver gives an error (`SQLITE_BUSY`, `40001`, `ECONNREFUSED`), or an empty text. */
export const codeOf = (error: unknown): string => {
  const code = (error as { readonly code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : '';
};
