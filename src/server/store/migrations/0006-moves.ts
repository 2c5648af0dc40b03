import { sql, type Kysely } from 'kysely';
import type { Migration } from '../migrate.ts';
import { movesOf, type HeadBefore, type QuestionBefore, type RevisionBefore } from './0006-moves-of.ts';

/** The tables that this step reads, as they were before and become. */
interface Then {
  returns: HeadBefore & { moved_at: string };
  revisions: RevisionBefore;
  questions: QuestionBefore & { reply: string | null; replied_by: string | null; replied_at: string | null };
  moves: ReturnType<typeof movesOf>[number];
  remarks: {
    owner: string;
    round: string;
    question: string;
    remark: string;
    said_at: string;
    said_by: string;
    side: string;
    text: string;
  };
}

/**
 * The history of returns, made out of their revisions for those that are there; what rounds say beyond their time; and
 * questions as threads, each with the answer it has as its first remark.
 */
export const moves: Migration = {
  number: 6,
  title: 'moves, settings of rounds, threads',
  async up(db) {
    const { schema } = db as Kysely<unknown>;
    const then = db as unknown as Kysely<Then>;

    await schema
      .createTable('moves')
      .addColumn('owner', 'varchar(20)', (c) => c.notNull())
      .addColumn('round', 'varchar(20)', (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('at', 'varchar(30)', (c) => c.notNull())
      .addColumn('person', 'varchar(40)', (c) => c.notNull())
      .addColumn('person_name', 'varchar(200)', (c) => c.notNull())
      .addColumn('move', 'varchar(20)', (c) => c.notNull())
      .addColumn('state', 'varchar(20)', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('accepted', 'integer')
      .addColumn('reason', 'text')
      .addPrimaryKeyConstraint('moves_pk', ['owner', 'round', 'number'])
      .addForeignKeyConstraint('moves_return', ['owner', 'round'], 'returns', ['owner', 'round'])
      .execute();
    // As at a date a whole round is read, which the key, owner first, does not help with.
    await schema.createIndex('moves_of_round').on('moves').columns(['round', 'owner', 'number']).execute();
    await schema
      .alterTable('returns')
      .addColumn('moved_at', 'varchar(30)', (c) => c.notNull().defaultTo(''))
      .execute();
    await schema
      .alterTable('returns')
      .addColumn('reopened', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    for (const head of await then.selectFrom('returns').selectAll().execute()) {
      const revisions = await then
        .selectFrom('revisions')
        .select(['number', 'at', 'person', 'person_name'])
        .where('owner', '=', head.owner)
        .where('round', '=', head.round)
        .orderBy('number')
        .execute();
      const questions = await then
        .selectFrom('questions')
        .select(['asked_by', 'asked_at'])
        .where('owner', '=', head.owner)
        .where('round', '=', head.round)
        .orderBy('asked_at')
        .execute();
      const made = movesOf(head, revisions, questions);
      for (const move of made) await then.insertInto('moves').values(move).execute();
      await then
        .updateTable('returns')
        .set({ moved_at: made.at(-1)?.at ?? head.submitted_at })
        .where('owner', '=', head.owner)
        .where('round', '=', head.round)
        .execute();
    }

    await schema
      .alterTable('rounds')
      .addColumn('late', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    await schema
      .alterTable('rounds')
      .addColumn('detail', 'varchar(10)', (c) => c.notNull().defaultTo('pupil'))
      .execute();
    await schema
      .alterTable('rounds')
      .addColumn('year_groups', 'varchar(100)', (c) => c.notNull().defaultTo(''))
      .execute();
    await schema.alterTable('rounds').addColumn('keep_until', 'varchar(30)').execute();
    await schema.alterTable('revisions').addColumn('late_reason', 'text').execute();

    await schema
      .createTable('remarks')
      .addColumn('owner', 'varchar(20)', (c) => c.notNull())
      .addColumn('round', 'varchar(20)', (c) => c.notNull())
      .addColumn('question', 'varchar(40)', (c) => c.notNull())
      .addColumn('remark', 'varchar(40)', (c) => c.notNull())
      .addColumn('said_at', 'varchar(30)', (c) => c.notNull())
      .addColumn('said_by', 'varchar(200)', (c) => c.notNull())
      .addColumn('side', 'varchar(10)', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('remarks_pk', ['owner', 'round', 'question', 'remark'])
      .addForeignKeyConstraint('remarks_question', ['owner', 'round', 'question'], 'questions', [
        'owner',
        'round',
        'question',
      ])
      .execute();
    await sql`
      insert into remarks (owner, round, question, remark, said_at, said_by, side, text)
      select owner, round, question, 'first', coalesce(replied_at, asked_at), coalesce(replied_by, ''), 'owner', reply
      from questions where reply is not null
    `.execute(db);
    for (const column of ['reply', 'replied_by', 'replied_at'])
      await schema.alterTable('questions').dropColumn(column).execute();
    await schema.alterTable('questions').addColumn('assignee', 'varchar(100)').execute();
    await schema.alterTable('questions').addColumn('settled_by', 'varchar(200)').execute();
  },
};
