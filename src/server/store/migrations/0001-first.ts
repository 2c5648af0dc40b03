import type { Kysely } from 'kysely';
import type { Migration } from '../migrate.ts';

/** The first tables. A migration that has been in use is never changed: the next change is the next number. */
export const first: Migration = {
  number: 1,
  title: 'people, rounds, returns, revisions, questions',
  async up(db, types) {
    const { schema } = db as Kysely<unknown>;
    await schema
      .createTable('about')
      .addColumn('name', 'varchar(40)', (c) => c.primaryKey())
      .addColumn('value', 'varchar(200)', (c) => c.notNull())
      .execute();
    await schema
      .createTable('owners')
      .addColumn('owner', 'varchar(20)', (c) => c.primaryKey())
      .addColumn('kind', 'varchar(20)', (c) => c.notNull())
      .addColumn('name', 'varchar(200)', (c) => c.notNull())
      .addColumn('enlisted', 'integer', (c) => c.notNull())
      .execute();
    await schema
      .createTable('people')
      .addColumn('person', 'varchar(40)', (c) => c.primaryKey())
      .addColumn('role', 'varchar(20)', (c) => c.notNull())
      .addColumn('name', 'varchar(200)', (c) => c.notNull())
      .addColumn('owner', 'varchar(20)', (c) => c.references('owners.owner'))
      .execute();
    await schema
      .createTable('mentored')
      .addColumn('mentor', 'varchar(20)', (c) => c.notNull().references('owners.owner'))
      .addColumn('owner', 'varchar(20)', (c) => c.notNull().references('owners.owner'))
      .addPrimaryKeyConstraint('mentored_pk', ['mentor', 'owner'])
      .execute();
    await schema
      .createTable('access_codes')
      .addColumn('code_hash', 'varchar(64)', (c) => c.primaryKey())
      .addColumn('person', 'varchar(40)', (c) => c.notNull().references('people.person'))
      .execute();
    await schema
      .createTable('sessions')
      .addColumn('token_hash', 'varchar(64)', (c) => c.primaryKey())
      .addColumn('person', 'varchar(40)', (c) => c.notNull().references('people.person'))
      .addColumn('expires', 'varchar(30)', (c) => c.notNull())
      .execute();
    await schema
      .createTable('rounds')
      .addColumn('round', 'varchar(20)', (c) => c.primaryKey())
      .addColumn('title', 'varchar(200)', (c) => c.notNull())
      .addColumn('instrument', 'varchar(80)', (c) => c.notNull())
      .addColumn('academic_year', 'varchar(6)', (c) => c.notNull())
      .addColumn('opens', 'varchar(30)', (c) => c.notNull())
      .addColumn('closes', 'varchar(30)')
      .execute();
    await schema
      .createTable('returns')
      .addColumn('owner', 'varchar(20)', (c) => c.notNull().references('owners.owner'))
      .addColumn('round', 'varchar(20)', (c) => c.notNull().references('rounds.round'))
      .addColumn('state', 'varchar(20)', (c) => c.notNull())
      .addColumn('latest', 'integer', (c) => c.notNull())
      .addColumn('accepted', 'integer')
      .addColumn('submitted_at', 'varchar(30)', (c) => c.notNull())
      .addPrimaryKeyConstraint('returns_pk', ['owner', 'round'])
      .execute();
    await schema
      .createTable('revisions')
      .addColumn('owner', 'varchar(20)', (c) => c.notNull())
      .addColumn('round', 'varchar(20)', (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('submission_key', 'varchar(40)', (c) => c.notNull())
      .addColumn('fingerprint', 'varchar(64)', (c) => c.notNull())
      .addColumn('based_on', 'integer', (c) => c.notNull())
      .addColumn('receipt', 'varchar(80)', (c) => c.notNull())
      .addColumn('at', 'varchar(30)', (c) => c.notNull())
      .addColumn('person', 'varchar(40)', (c) => c.notNull())
      .addColumn('person_name', 'varchar(200)', (c) => c.notNull())
      .addColumn('add_in', 'varchar(40)', (c) => c.notNull())
      .addColumn('rows_answered', 'integer', (c) => c.notNull())
      .addColumn('rows_in_all', 'integer', (c) => c.notNull())
      .addColumn('cells', 'integer', (c) => c.notNull())
      .addColumn('explained', 'integer', (c) => c.notNull())
      .addColumn('content', types.blob, (c) => c.notNull())
      .addPrimaryKeyConstraint('revisions_pk', ['owner', 'round', 'number'])
      .addUniqueConstraint('revisions_key', ['owner', 'round', 'submission_key'])
      .addForeignKeyConstraint('revisions_return', ['owner', 'round'], 'returns', ['owner', 'round'])
      .execute();
    await schema
      .createTable('questions')
      .addColumn('owner', 'varchar(20)', (c) => c.notNull())
      .addColumn('round', 'varchar(20)', (c) => c.notNull())
      .addColumn('question', 'varchar(40)', (c) => c.notNull())
      .addColumn('row_key', 'varchar(64)', (c) => c.notNull())
      .addColumn('field', 'varchar(64)', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('value', 'text', (c) => c.notNull())
      .addColumn('asked_by', 'varchar(200)', (c) => c.notNull())
      .addColumn('asked_at', 'varchar(30)', (c) => c.notNull())
      .addColumn('reply', 'text')
      .addColumn('replied_by', 'varchar(200)')
      .addColumn('replied_at', 'varchar(30)')
      .addColumn('settled_at', 'varchar(30)')
      .addColumn('settled_value', 'text')
      .addPrimaryKeyConstraint('questions_pk', ['owner', 'round', 'question'])
      .addForeignKeyConstraint('questions_return', ['owner', 'round'], 'returns', ['owner', 'round'])
      .execute();
  },
};
