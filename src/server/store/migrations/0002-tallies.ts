import type { Migration } from '../migrate.ts';

/** A revision's tally, kept beside it: figures over many returns add these up and open no content. */
export const tallies: Migration = {
  number: 2,
  title: 'tallies',
  up: async ({ schema }) => {
    await schema
      .createTable('tallies')
      .addColumn('owner', 'varchar(20)', (c) => c.notNull())
      .addColumn('round', 'varchar(20)', (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('definition', 'varchar(64)', (c) => c.notNull())
      .addColumn('sums', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('tallies_pk', ['owner', 'round', 'number'])
      .addForeignKeyConstraint('tallies_revision', ['owner', 'round', 'number'], 'revisions', [
        'owner',
        'round',
        'number',
      ])
      .execute();
  },
};
