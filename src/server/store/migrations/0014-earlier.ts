import type { Kysely } from 'kysely';
import type { Migration } from '../migrate.ts';

/**
 * What was known on any day from now on: how owners, successions, rounds and questions stood before they were changed,
 * since when they are known, and when which mentor looked after a school. What happened before was not kept: it is told
 * as it stands now, and as if it had ever been so; but the log of acts says when a round was opened.
 */
export const earlier: Migration = {
  number: 14,
  title: 'how things stood before they were changed',
  up: async (db) => {
    const { schema } = db as Kysely<unknown>;
    for (const table of ['owners', 'successors', 'rounds']) {
      await schema
        .alterTable(table)
        .addColumn('known_since', 'varchar(30)', (c) => c.notNull().defaultTo(''))
        .execute();
    }
    await schema
      .createTable('earlier_owners')
      .addColumn('owner', 'varchar(20)', (c) => c.notNull().references('owners.owner'))
      .addColumn('until', 'varchar(30)', (c) => c.notNull())
      .addColumn('name', 'varchar(200)', (c) => c.notNull())
      .addColumn('laestab', 'varchar(8)')
      .addColumn('status', 'varchar(10)', (c) => c.notNull())
      .addColumn('opened', 'varchar(10)')
      .addColumn('closed', 'varchar(10)')
      .addColumn('phase', 'varchar(80)')
      .addColumn('local_authority', 'varchar(120)')
      .addColumn('region', 'varchar(80)')
      .addColumn('postcode', 'varchar(20)')
      .addColumn('specialism', 'varchar(120)')
      .addColumn('search_text', 'varchar(500)', (c) => c.notNull())
      .addPrimaryKeyConstraint('earlier_owners_pk', ['owner', 'until'])
      .execute();
    await schema
      .createTable('earlier_successors')
      .addColumn('owner', 'varchar(20)', (c) => c.notNull().references('owners.owner'))
      .addColumn('successor', 'varchar(20)', (c) => c.notNull())
      .addColumn('until', 'varchar(30)', (c) => c.notNull())
      .addColumn('name', 'varchar(200)')
      .addColumn('since', 'varchar(10)')
      .addPrimaryKeyConstraint('earlier_successors_pk', ['owner', 'successor', 'until'])
      .execute();
    await schema
      .createTable('earlier_rounds')
      .addColumn('round', 'varchar(20)', (c) => c.notNull().references('rounds.round'))
      .addColumn('until', 'varchar(30)', (c) => c.notNull())
      .addColumn('title', 'varchar(200)', (c) => c.notNull())
      .addColumn('instrument', 'varchar(80)', (c) => c.notNull())
      .addColumn('academic_year', 'varchar(6)', (c) => c.notNull())
      .addColumn('opens', 'varchar(30)', (c) => c.notNull())
      .addColumn('closes', 'varchar(30)')
      .addColumn('late', 'integer', (c) => c.notNull())
      .addColumn('detail', 'varchar(10)', (c) => c.notNull())
      .addColumn('year_groups', 'varchar(100)', (c) => c.notNull())
      .addColumn('keep_until', 'varchar(30)')
      .addColumn('keep_tallies', 'varchar(10)', (c) => c.notNull())
      .addPrimaryKeyConstraint('earlier_rounds_pk', ['round', 'until'])
      .execute();
    await schema
      .createTable('earlier_questions')
      .addColumn('owner', 'varchar(20)', (c) => c.notNull())
      .addColumn('round', 'varchar(20)', (c) => c.notNull())
      .addColumn('question', 'varchar(40)', (c) => c.notNull())
      .addColumn('until', 'varchar(30)', (c) => c.notNull())
      .addColumn('assignee', 'varchar(100)')
      .addColumn('settled_at', 'varchar(30)')
      .addColumn('settled_by', 'varchar(200)')
      .addColumn('settled_value', 'text')
      .addPrimaryKeyConstraint('earlier_questions_pk', ['owner', 'round', 'question', 'until'])
      .addForeignKeyConstraint('earlier_questions_question', ['owner', 'round', 'question'], 'questions', [
        'owner',
        'round',
        'question',
      ])
      .execute();
    await schema
      .createTable('looked_after')
      .addColumn('owner', 'varchar(20)', (c) => c.notNull().references('owners.owner'))
      .addColumn('mentor', 'varchar(20)', (c) => c.notNull().references('owners.owner'))
      .addColumn('since', 'varchar(30)', (c) => c.notNull())
      .addColumn('until', 'varchar(30)')
      .addPrimaryKeyConstraint('looked_after_pk', ['owner', 'mentor', 'since'])
      .execute();
    await db
      .insertInto('looked_after')
      .columns(['owner', 'mentor', 'since'])
      .expression((eb) => eb.selectFrom('mentored').select((of) => ['owner', 'mentor', of.val('').as('since')]))
      .execute();
    const opened = await db.selectFrom('audit').select(['at', 'about']).where('act', '=', 'open-round').execute();
    for (const { at, about } of opened) {
      const { round } = JSON.parse(about) as { round: string };
      await db.updateTable('rounds').set({ known_since: at }).where('round', '=', round).execute();
    }
  },
};
