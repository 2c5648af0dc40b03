import type { Migration } from '../migrate.ts';

/** What was handed in on the page and is not submitted yet: one for each session and return. */
export const handedIn: Migration = {
  number: 11,
  title: 'handed in on the page',
  up: async ({ schema }, { blob }) => {
    await schema
      .createTable('handed_in')
      .addColumn('owner', 'varchar(20)', (c) => c.notNull())
      .addColumn('round', 'varchar(20)', (c) => c.notNull())
      .addColumn('session_hash', 'varchar(64)', (c) => c.notNull())
      .addColumn('expires', 'varchar(30)', (c) => c.notNull())
      .addColumn('sealed', blob, (c) => c.notNull())
      .addPrimaryKeyConstraint('handed_in_pk', ['owner', 'round', 'session_hash'])
      .execute();
  },
};
