import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** Which version of its instrument a revision was made with: until now a round kept the one that it was opened with. */
export const versions: Migration = {
  number: 3,
  title: 'versions of revisions',
  up: async (db) => {
    await db.schema
      .alterTable('revisions')
      .addColumn('instrument', 'varchar(80)', (c) => c.notNull().defaultTo(''))
      .execute();
    await sql`
      update revisions
      set instrument = (select instrument from rounds where rounds.round = revisions.round)
    `.execute(db);
  },
};
