import type { Migration } from '../migrate.ts';

/** Of each revision, which year groups its round expected and it had no pupils of. Of those before it is not known. */
export const yearsMissing: Migration = {
  number: 15,
  title: 'years missing',
  up: async ({ schema }) => {
    await schema
      .alterTable('revisions')
      .addColumn('years_missing', 'varchar(40)', (c) => c.notNull().defaultTo(''))
      .execute();
  },
};
