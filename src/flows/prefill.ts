import type { QuestionId } from '#core/ids.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { ok } from '#core/result.ts';
import { carriedOver } from '#core/returns/carried-over.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import type { RecordEntry } from '#core/returns/record.ts';
import { copiedCells, type CopiedCell } from '#core/sheet/copied-answers.ts';
import type { ReturnAnswer } from '#wire/shapes.ts';
import type { Desk } from './desk.ts';
import type { FlowResult } from './flow-result.ts';
import { answerInVersion, inVersion, type LeftBehind } from './in-version.ts';
import { recordFromServer } from './record-from-server.ts';
import { askedWords } from './thread-of.ts';

/** What the sheets of a return are filled with when they are drawn where they did not stand. */
export interface Prefill {
  readonly answers: Pick<ReturnContent, 'rows'>;
  /** Answers that are to be confirmed. */
  readonly copied: readonly CopiedCell[];
  readonly record: readonly RecordEntry[];
  readonly questions: readonly { row: string; field: string; text: string; id: QuestionId }[];
  readonly left: LeftBehind | undefined;
}

/**
 * The server's latest revision with its record and the questions that are open; else what was accepted in an earlier
 * round, to be confirmed. What was given in an older version of the instrument moves to this one, or is answered as left.
 */
export const prefillOf = async (
  desk: Desk,
  instrument: Instrument,
  given: ReturnAnswer,
): Promise<FlowResult<Prefill>> => {
  if (given.latest === undefined && given.before !== undefined) return copiedFrom(desk, instrument, given.before);
  const told = await answerInVersion(desk, instrument, given);
  if (!told.ok) return told;
  const { latest, questions } = told.value.answer;
  return ok({
    answers: latest?.content ?? { rows: [] },
    copied: [],
    record: recordFromServer(latest, questions),
    questions: questions
      .filter(({ settledAt }) => settledAt === undefined)
      .map((question) => ({
        id: question.id as QuestionId,
        row: question.row,
        field: question.field,
        text: askedWords(question),
      })),
    left: told.value.left,
  });
};

/** Nothing, where the endpoint does not know the version any more: then there is nothing to confirm. */
const copiedFrom = async (
  desk: Desk,
  instrument: Instrument,
  before: NonNullable<ReturnAnswer['before']>,
): Promise<FlowResult<Prefill>> => {
  const told = await inVersion(desk, instrument, before);
  const isUnknown = !told.ok && told.failure.kind === 'instrument-unknown';
  if (!told.ok && !isUnknown) return told;
  const rows = told.ok ? carriedOver(instrument, told.value.content.rows) : [];
  const left = told.ok ? told.value.left : undefined;
  return ok({ answers: { rows }, copied: copiedCells(rows), record: [], questions: [], left });
};
