import type { Migration } from '../migrate.ts';

/** Whether a total was added up of whole numbers alone. Of those kept before nobody knows: they are added up anew once. */
export const wholeTotals: Migration = {
  number: 12,
  title: 'totals of whole numbers',
  up: async ({ schema }) => {
    await schema
      .alterTable('totals')
      .addColumn('whole', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
  },
};
