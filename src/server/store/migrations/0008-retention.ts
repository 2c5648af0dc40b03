import type { Migration } from '../migrate.ts';

/** Revisions without rows, what stays of a round's tallies once it is purged, and the certificates of what went. */
export const retention: Migration = {
  number: 8,
  title: 'tally detail and retention',
  up: async ({ schema }) => {
    await schema
      .alterTable('revisions')
      .addColumn('holds', 'varchar(10)', (c) => c.notNull().defaultTo('rows'))
      .execute();
    await schema
      .alterTable('rounds')
      .addColumn('keep_tallies', 'varchar(10)', (c) => c.notNull().defaultTo('each'))
      .execute();
    await schema
      .createTable('purges')
      .addColumn('round', 'varchar(20)', (c) => c.primaryKey().references('rounds.round'))
      .addColumn('at', 'varchar(30)', (c) => c.notNull())
      .addColumn('certificate', 'text', (c) => c.notNull())
      .addColumn('total', 'text', (c) => c.notNull())
      .execute();
  },
};
