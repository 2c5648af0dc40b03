import type { Migration } from '../migrate.ts';

/** What the returns of a round come to, kept so that it need not be added up each time it is asked for. */
export const totals: Migration = {
  number: 9,
  title: 'totals of rounds',
  up: async ({ schema }) => {
    await schema
      .createTable('totals')
      .addColumn('round', 'varchar(20)', (c) => c.primaryKey().references('rounds.round'))
      .addColumn('definition', 'varchar(64)', (c) => c.notNull())
      .addColumn('counted', 'text', (c) => c.notNull())
      .addColumn('sums', 'text', (c) => c.notNull())
      .execute();
    // What counts in a round is looked for in all its returns, which the key, owner first, does not help with.
    await schema.createIndex('returns_of_round').on('returns').columns(['round', 'owner']).execute();
  },
};
