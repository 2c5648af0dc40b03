import type { Kysely, Selectable } from 'kysely';
import type { Cell } from '#core/cell.ts';
import {
  ownerId,
  questionId,
  roundId,
  type Instant,
  type OwnerId,
  type QuestionId,
  type RoundId,
} from '#core/ids.ts';
import { keepEarlier, tableAt } from './as-it-was.ts';
import type { Tables } from './tables.ts';

/** A question on a cell, with what was said to it and what the cell held when it was asked and when it was settled. */
export interface QuestionRecord {
  readonly owner: OwnerId;
  readonly round: RoundId;
  readonly id: QuestionId;
  readonly row: string;
  readonly field: string;
  readonly text: string;
  readonly revision: number;
  readonly value: Cell;
  readonly by: string;
  readonly at: Instant;
  /** What was said to it since, in order. */
  readonly remarks: readonly Remark[];
  /** Who is to answer, by name. */
  readonly assignee: string | undefined;
  /** `by` is empty where it was not written down. */
  readonly settled: { readonly at: Instant; readonly by: string; readonly value: Cell } | undefined;
}

/** Something said to a question, by the owner or by somebody who reads the return. */
export interface Remark {
  /** Made by the client; one id stands for one remark to a question. */
  readonly id: string;
  readonly from: 'owner' | 'reviewer';
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
}

/** Questions, in the order they were asked. */
export const questionsIn = (db: Kysely<Tables>) => ({
  /** Those of a return, as they stand or stood before an instant. */
  async ofReturn(round: RoundId, owner: OwnerId, before?: Instant): Promise<readonly QuestionRecord[]> {
    const found = await db
      .selectFrom(tableAt('questions', before))
      .selectAll()
      .where('owner', '=', owner)
      .where('round', '=', round)
      .orderBy('asked_at')
      .orderBy('question')
      .execute();
    if (found.length === 0) return [];
    let wanted = db.selectFrom('remarks').selectAll().where('owner', '=', owner).where('round', '=', round);
    if (before !== undefined) wanted = wanted.where('said_at', '<', before);
    const said = await wanted.orderBy('said_at').orderBy('remark').execute();
    return found.map((line) =>
      asQuestion(
        before !== undefined && line.settled_at !== null && line.settled_at >= before ? unsettled(line) : line,
        said.filter(({ question }) => question === line.question),
      ),
    );
  },

  /** How many questions of a round are not settled, or were not before an instant, for each owner who has some. */
  async openInRound(round: RoundId, before?: Instant): Promise<ReadonlyMap<OwnerId, number>> {
    const found = await open(db, before).where('round', '=', round).execute();
    return new Map(found.map(({ owner, open }) => [ownerId(owner), Number(open)]));
  },

  /** How many are not settled, or were not before an instant, for each return that has some; of these owners, or of all. */
  async openCounts(
    among?: readonly OwnerId[],
    before?: Instant,
  ): Promise<readonly { round: RoundId; owner: OwnerId; open: number }[]> {
    if (among?.length === 0) return [];
    const wanted = open(db, before);
    const found = await (among ? wanted.where('owner', 'in', among) : wanted).execute();
    return found.map(({ owner, round, open }) => ({
      owner: ownerId(owner),
      round: roundId(round),
      open: Number(open),
    }));
  },

  async ask(question: QuestionRecord): Promise<void> {
    await db
      .insertInto('questions')
      .values({
        owner: question.owner,
        round: question.round,
        question: question.id,
        row_key: question.row,
        field: question.field,
        text: question.text,
        revision: question.revision,
        value: JSON.stringify(question.value),
        asked_by: question.by,
        asked_at: question.at,
        assignee: null,
        settled_at: null,
        settled_by: null,
        settled_value: null,
      })
      .execute();
  },

  /** Adds a remark to a question; nothing that was said is ever changed. */
  async say(
    round: RoundId,
    owner: OwnerId,
    id: QuestionId,
    { at, by, from, text, ...remark }: Remark,
  ): Promise<void> {
    await db
      .insertInto('remarks')
      .values({ owner, round, question: id, remark: remark.id, said_at: at, said_by: by, side: from, text })
      .execute();
  },

  /** Says who is to answer from `at` on; `undefined` is nobody in particular. */
  async assign(round: RoundId, owner: OwnerId, id: QuestionId, name: string | undefined, at: Instant): Promise<void> {
    await change(db, { round, owner, id }, { assignee: name ?? null }, at);
  },

  async settle(
    round: RoundId,
    owner: OwnerId,
    id: QuestionId,
    { at, by, value }: NonNullable<QuestionRecord['settled']>,
  ): Promise<void> {
    const settled = { settled_at: at, settled_by: by, settled_value: JSON.stringify(value) };
    await change(db, { round, owner, id }, settled, at);
  },
});

/** What changes of a question: it is kept as it was. */
const change = async (
  db: Kysely<Tables>,
  { round, owner, id }: Pick<QuestionRecord, 'round' | 'owner' | 'id'>,
  values: Partial<Tables['questions']>,
  at: Instant,
): Promise<void> => {
  const known = await db
    .selectFrom('questions')
    .selectAll()
    .where('owner', '=', owner)
    .where('round', '=', round)
    .where('question', '=', id)
    .execute();
  await keepEarlier(db, 'questions', known, () => values, at);
  await db
    .updateTable('questions')
    .set(values)
    .where('owner', '=', owner)
    .where('round', '=', round)
    .where('question', '=', id)
    .execute();
};

/** Counts the questions of each return that are not settled, or were not before an instant. */
const open = (db: Kysely<Tables>, before: Instant | undefined) =>
  db
    .selectFrom(tableAt('questions', before))
    .select((query) => ['owner', 'round', query.fn.countAll<number | string>().as('open')])
    .where(({ eb, or }) =>
      or([eb('settled_at', 'is', null), ...(before === undefined ? [] : [eb('settled_at', '>=', before)])]),
    )
    .groupBy(['owner', 'round']);

/** As it was before it was settled, where that happened before it was kept. */
const unsettled = (line: Selectable<Tables['questions']>): Selectable<Tables['questions']> => ({
  ...line,
  settled_at: null,
});

const asQuestion = (
  found: Selectable<Tables['questions']>,
  said: readonly Selectable<Tables['remarks']>[],
): QuestionRecord => ({
  owner: ownerId(found.owner),
  round: roundId(found.round),
  id: questionId(found.question),
  row: found.row_key,
  field: found.field,
  text: found.text,
  revision: found.revision,
  value: JSON.parse(found.value) as Cell,
  by: found.asked_by,
  at: found.asked_at,
  remarks: said.map(({ remark, side, text, said_by, said_at }) => ({
    id: remark,
    from: side === 'owner' ? 'owner' : 'reviewer',
    text,
    by: said_by,
    at: said_at,
  })),
  assignee: found.assignee ?? undefined,
  settled:
    found.settled_at === null
      ? undefined
      : {
          at: found.settled_at,
          by: found.settled_by ?? '',
          value: JSON.parse(found.settled_value ?? 'null') as Cell,
        },
});
