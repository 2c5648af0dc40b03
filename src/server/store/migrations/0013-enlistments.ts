import type { Migration } from '../migrate.ts';

/** From when to when each owner took part. Of those that take part already it is not known since when: since ever. */
export const enlistments: Migration = {
  number: 13,
  title: 'enlistments',
  up: async (db) => {
    await db.schema
      .createTable('enlistments')
      .addColumn('owner', 'varchar(20)', (c) => c.notNull().references('owners.owner'))
      .addColumn('since', 'varchar(30)', (c) => c.notNull())
      .addColumn('until', 'varchar(30)')
      .addPrimaryKeyConstraint('enlistments_pk', ['owner', 'since'])
      .execute();
    await db
      .insertInto('enlistments')
      .columns(['owner', 'since'])
      .expression((eb) =>
        eb
          .selectFrom('owners')
          .select((of) => ['owners.owner', of.val('').as('since')])
          .where('enlisted', '=', 1),
      )
      .execute();
  },
};
