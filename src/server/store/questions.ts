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

/** A question on a cell, with its answer and what the cell held when it was asked and when it was settled. */
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
  readonly reply: { readonly text: string; readonly by: string; readonly at: Instant } | undefined;
  readonly settled: { readonly at: Instant; readonly value: Cell } | undefined;
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
    return found.map(asQuestion);
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
        reply: null,
        replied_by: null,
        replied_at: null,
        settled_at: null,
        settled_value: null,
      })
      .execute();
  },

  async reply(round: RoundId, owner: OwnerId, id: QuestionId, text: string, by: string, at: Instant): Promise<void> {
    await db
      .updateTable('questions')
      .set({ reply: text, replied_by: by, replied_at: at })
      .where('owner', '=', owner)
      .where('round', '=', round)
      .where('question', '=', id)
      .execute();
  },

  async settle(round: RoundId, owner: OwnerId, id: QuestionId, value: Cell, at: Instant): Promise<void> {
    await db
      .updateTable('questions')
      .set({ settled_at: at, settled_value: JSON.stringify(value) })
      .where('owner', '=', owner)
      .where('round', '=', round)
      .where('question', '=', id)
      .execute();
  },
});

const asQuestion = (found: Selectable<Tables['questions']>): QuestionRecord => ({
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
  reply:
    found.reply === null
      ? undefined
      : { text: found.reply, by: found.replied_by ?? '', at: found.replied_at ?? found.asked_at },
  settled:
    found.settled_at === null
      ? undefined
      : { at: found.settled_at, value: JSON.parse(found.settled_value ?? 'null') as Cell },
});
