import { ownerId } from '#core/ids.ts';
import { searchText } from '#core/register/search-text.ts';
import type { Migration } from '../migrate.ts';

/** What the register knows of a school, on its owner; and which school took the place of which. */
export const register: Migration = {
  number: 5,
  title: 'register',
  up: async (db) => {
    const columns = [
      ['laestab', 'varchar(8)'],
      ['opened', 'varchar(10)'],
      ['closed', 'varchar(10)'],
      ['phase', 'varchar(80)'],
      ['local_authority', 'varchar(120)'],
      ['region', 'varchar(80)'],
      ['postcode', 'varchar(20)'],
      ['specialism', 'varchar(120)'],
    ] as const;
    for (const [name, type] of columns) await db.schema.alterTable('owners').addColumn(name, type).execute();
    await db.schema
      .alterTable('owners')
      .addColumn('status', 'varchar(10)', (c) => c.notNull().defaultTo('open'))
      .execute();
    await db.schema
      .alterTable('owners')
      .addColumn('search_text', 'varchar(500)', (c) => c.notNull().defaultTo(''))
      .execute();
    await db.schema.createIndex('owners_by_name').on('owners').columns(['kind', 'search_text', 'owner']).execute();
    for (const { owner, name } of await db.selectFrom('owners').select(['owner', 'name']).execute()) {
      const school = { urn: ownerId(owner), name, laestab: null, postcode: null, localAuthority: null };
      await db
        .updateTable('owners')
        .set({ search_text: searchText(school) })
        .where('owner', '=', owner)
        .execute();
    }
    await db.schema
      .createTable('successors')
      .addColumn('owner', 'varchar(20)', (c) => c.notNull().references('owners.owner'))
      // Perhaps of a school that the register does not have.
      .addColumn('successor', 'varchar(20)', (c) => c.notNull())
      .addColumn('name', 'varchar(200)')
      .addColumn('since', 'varchar(10)')
      .addPrimaryKeyConstraint('successors_pk', ['owner', 'successor'])
      .execute();
    await db.schema.createIndex('successors_by_successor').on('successors').column('successor').execute();
  },
};
