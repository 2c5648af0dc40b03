import type { ColumnDataType, Kysely } from 'kysely';
import type { Instant } from '#core/ids.ts';
import { first } from './migrations/0001-first.ts';
import { tallies } from './migrations/0002-tallies.ts';
import { versions } from './migrations/0003-versions.ts';
import { peopleAndCodes } from './migrations/0004-people-and-codes.ts';
import { register } from './migrations/0005-register.ts';
import { moves } from './migrations/0006-moves.ts';
import { audit } from './migrations/0007-audit.ts';
import { retention } from './migrations/0008-retention.ts';
import { totals } from './migrations/0009-totals.ts';
import { sentKeys } from './migrations/0010-sent-keys.ts';
import { handedIn } from './migrations/0011-handed-in.ts';
import { wholeTotals } from './migrations/0012-whole-totals.ts';
import { enlistments } from './migrations/0013-enlistments.ts';
import { earlier } from './migrations/0014-earlier.ts';
import { yearsMissing } from './migrations/0015-years-missing.ts';
import type { Tables } from './tables.ts';

/** One step of the database from a version to the next; applied once, in its own transaction. */
export interface Migration {
  readonly number: number;
  readonly title: string;
  up(db: Kysely<Tables>, types: ColumnTypes): Promise<void>;
}

/** The one column type that databases name differently. */
export interface ColumnTypes {
  readonly blob: ColumnDataType;
}

/** All steps in order; the last one's number is the version this program understands. */
export const migrations: readonly Migration[] = [
  first,
  tallies,
  versions,
  peopleAndCodes,
  register,
  moves,
  audit,
  retention,
  totals,
  sentKeys,
  handedIn,
  wholeTotals,
  enlistments,
  earlier,
  yearsMissing,
];

/**
 * Brings the database from its version to the last of the steps; what is there already is left alone. Throws when the
 * database is newer than this program: nothing is guessed. To be called inside one writing transaction.
 */
export const migrate = async (
  db: Kysely<Tables>,
  types: ColumnTypes,
  now: Instant,
  steps: readonly Migration[] = migrations,
): Promise<void> => {
  await db.schema
    .createTable('migrations')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('title', 'varchar(200)', (column) => column.notNull())
    .addColumn('applied_at', 'varchar(30)', (column) => column.notNull())
    .execute();
  const done = await db.selectFrom('migrations').select('number').orderBy('number').execute();
  const version = done.at(-1)?.number ?? 0;
  if (version > (steps.at(-1)?.number ?? 0)) {
    throw new Error(`The data file is of version ${version}, made by a newer program. Install that one to open it.`);
  }
  for (const step of steps) {
    if (step.number <= version) continue;
    await step.up(db, types);
    await db.insertInto('migrations').values({ number: step.number, title: step.title, applied_at: now }).execute();
  }
};
