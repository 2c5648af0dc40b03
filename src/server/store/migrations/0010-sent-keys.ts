import type { Migration } from '../migrate.ts';

/** What requests that carry a key made, so that the same request sent again makes nothing twice. */
export const sentKeys: Migration = {
  number: 10,
  title: 'keys of requests',
  up: async ({ schema }) => {
    await schema
      .createTable('sent_keys')
      .addColumn('person', 'varchar(40)', (c) => c.notNull())
      .addColumn('key_hash', 'varchar(64)', (c) => c.notNull())
      .addColumn('request_hash', 'varchar(64)', (c) => c.notNull())
      .addColumn('made', 'varchar(40)', (c) => c.notNull())
      .addColumn('at', 'varchar(30)', (c) => c.notNull())
      .addPrimaryKeyConstraint('sent_keys_pk', ['person', 'key_hash'])
      .execute();
  },
};
