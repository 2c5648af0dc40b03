import { onceKey } from '#core/instrument/instrument.ts';
import { ok } from '#core/result.ts';
import { questionsText } from '#core/sheet/question-text.ts';
import type { WireQuestion } from '#wire/shapes.ts';
import type { CellChange } from '../workbook/workbook.ts';
import type { CheckedReturn } from './check-return.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';
import { questionEntries } from './record-from-server.ts';
import { askedWords } from './thread-of.ts';
import { newEntries, recordChanges } from './write-record.ts';

/**
 * Brings the questions that the server knows into the workbook: the open ones into the "Mentor's question" cell of
 * their row, all of them into the record. Writes only what is not there yet; answers how many cells it wrote.
 */
export const deliverQuestions = async (
  desk: Desk,
  open: OpenReturn,
  checked: CheckedReturn,
  questions: readonly WireQuestion[],
): Promise<FlowResult<number>> => {
  const entries = newEntries(checked.record, questions.flatMap(questionEntries));
  const changes = [
    ...questionCells(open, checked, questions),
    ...recordChanges(open.sheets.record, checked.recordEnd, entries),
  ];
  if (changes.length === 0) return ok(0);
  const applied = fromWorkbook(await desk.workbook.apply(changes));
  return applied.ok ? ok(changes.length) : applied;
};

const questionCells = (
  open: OpenReturn,
  checked: CheckedReturn,
  questions: readonly WireQuestion[],
): readonly CellChange[] =>
  [onceKey, ...checked.keys].flatMap((key) => {
    const cell = checked.spotOf(key, '#question');
    const shown = checked.shownQuestions.find(({ row }) => row === key)?.text ?? '';
    const wanted = questionsText(
      open.instrument,
      questions
        .filter(({ row, settledAt }) => row === key && settledAt === undefined)
        .map((question) => ({ field: question.field, text: askedWords(question) })),
    );
    return cell && wanted !== shown ? [{ sheet: open.sheets.entry, cell, value: wanted || null }] : [];
  });
