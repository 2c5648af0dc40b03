import type { Kysely } from 'kysely';
import type { Migration } from '../migrate.ts';

/**
 * People end, codes run out and are revoked, sessions belong to a code, and wrong codes are counted for all servers
 * together. Nothing is written into rows that are there: what a code made before says nothing about stays empty.
 */
export const peopleAndCodes: Migration = {
  number: 4,
  title: 'ended people, codes that run out, wrong codes',
  async up(db) {
    const { schema } = db as Kysely<unknown>;
    await schema.alterTable('people').addColumn('ended_at', 'varchar(30)').execute();
    for (const [name, length] of [
      ['code_id', 40],
      ['made_at', 30],
      ['expires', 30],
      ['revoked_at', 30],
      ['last_used_at', 30],
    ] as const) {
      await schema.alterTable('access_codes').addColumn(name, `varchar(${length})`).execute();
    }
    await schema.alterTable('access_codes').addColumn('once', 'integer').execute();
    await schema.createIndex('access_codes_person').on('access_codes').column('person').execute();
    await schema.alterTable('sessions').addColumn('code_id', 'varchar(40)').execute();
    await schema.alterTable('sessions').addColumn('started_at', 'varchar(30)').execute();
    await schema.createIndex('sessions_person').on('sessions').column('person').execute();
    await schema
      .createTable('wrong_codes')
      .addColumn('address_hash', 'varchar(64)', (c) => c.primaryKey())
      .addColumn('count', 'integer', (c) => c.notNull())
      .addColumn('last_at', 'varchar(30)', (c) => c.notNull())
      .execute();
  },
};
