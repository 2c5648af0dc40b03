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
  async ofReturn(round: RoundId, owner: OwnerId): Promise<readonly QuestionRecord[]> {
    const found = await db
      .selectFrom('questions')
      .selectAll()
      .where('owner', '=', owner)
      .where('round', '=', round)
      .orderBy('asked_at')
      .orderBy('question')
      .execute();
    if (found.length === 0) return [];
    const said = await db
      .selectFrom('remarks')
      .selectAll()
      .where('owner', '=', owner)
      .where('round', '=', round)
      .orderBy('said_at')
      .orderBy('remark')
      .execute();
    return found.map((line) =>
      asQuestion(
        line,
        said.filter(({ question }) => question === line.question),
      ),
    );
  },

  /** How many questions of a round are not settled, or were not before an instant, for each owner who has some. */
  async openInRound(round: RoundId, before?: Instant): Promise<ReadonlyMap<OwnerId, number>> {
    let wanted = db
      .selectFrom('questions')
      .select((query) => ['owner', query.fn.countAll<number | string>().as('open')])
      .where('round', '=', round);
    wanted =
      before === undefined
        ? wanted.where('settled_at', 'is', null)
        : wanted
            .where('asked_at', '<', before)
            .where((is) => is.or([is('settled_at', 'is', null), is('settled_at', '>=', before)]));
    const found = await wanted.groupBy('owner').execute();
    return new Map(found.map(({ owner, open }) => [ownerId(owner), Number(open)]));
  },

  /** How many questions are not settled, for each return that has some; of these owners, or of all. */
  async openCounts(among?: readonly OwnerId[]): Promise<readonly { round: RoundId; owner: OwnerId; open: number }[]> {
    if (among?.length === 0) return [];
    let wanted = db
      .selectFrom('questions')
      .select((query) => ['owner', 'round', query.fn.countAll<number | string>().as('open')])
      .where('settled_at', 'is', null);
    if (among) wanted = wanted.where('owner', 'in', among);
    const found = await wanted.groupBy(['owner', 'round']).execute();
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

  /** Says who is to answer; `undefined` is nobody in particular. */
  async assign(round: RoundId, owner: OwnerId, id: QuestionId, name: string | undefined): Promise<void> {
    await db
      .updateTable('questions')
      .set({ assignee: name ?? null })
      .where('owner', '=', owner)
      .where('round', '=', round)
      .where('question', '=', id)
      .execute();
  },

  async settle(
    round: RoundId,
    owner: OwnerId,
    id: QuestionId,
    settled: NonNullable<QuestionRecord['settled']>,
  ): Promise<void> {
    await db
      .updateTable('questions')
      .set({
        settled_at: settled.at,
        settled_by: settled.by,
        settled_value: JSON.stringify(settled.value),
      })
      .where('owner', '=', owner)
      .where('round', '=', round)
      .where('question', '=', id)
      .execute();
  },
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
