import type { Migration } from '../migrate.ts';

/** The log of acts: entries that never change, the details beside them that may go, and checkpoints over all logs. */
export const audit: Migration = {
  number: 7,
  title: 'log of acts',
  up: async ({ schema }) => {
    await schema
      .createTable('audit')
      .addColumn('log', 'varchar(20)', (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('at', 'varchar(30)', (c) => c.notNull())
      .addColumn('act', 'varchar(40)', (c) => c.notNull())
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('detail', 'varchar(64)', (c) => c.notNull())
      .addColumn('previous', 'varchar(64)', (c) => c.notNull())
      .addColumn('hash', 'varchar(64)', (c) => c.notNull())
      .addPrimaryKeyConstraint('audit_pk', ['log', 'number'])
      .execute();
    await schema
      .createTable('audit_details')
      .addColumn('log', 'varchar(20)', (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('salt', 'varchar(64)', (c) => c.notNull())
      .addColumn('person', 'varchar(40)', (c) => c.notNull())
      .addColumn('name', 'varchar(200)', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addPrimaryKeyConstraint('audit_details_pk', ['log', 'number'])
      .addForeignKeyConstraint('audit_details_entry', ['log', 'number'], 'audit', ['log', 'number'])
      .execute();
    await schema
      .createTable('audit_checkpoints')
      .addColumn('number', 'integer', (c) => c.primaryKey())
      .addColumn('at', 'varchar(30)', (c) => c.notNull())
      .addColumn('root', 'varchar(64)', (c) => c.notNull())
      .addColumn('previous', 'varchar(64)', (c) => c.notNull())
      .addColumn('hash', 'varchar(64)', (c) => c.notNull())
      .execute();
    await schema
      .createTable('audit_anchors')
      .addColumn('log', 'varchar(20)', (c) => c.notNull())
      .addColumn('checkpoint', 'integer', (c) => c.notNull().references('audit_checkpoints.number'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('hash', 'varchar(64)', (c) => c.notNull())
      .addPrimaryKeyConstraint('audit_anchors_pk', ['log', 'checkpoint'])
      .execute();
  },
};
