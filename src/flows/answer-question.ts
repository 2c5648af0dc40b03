import { failed } from '#core/result.ts';
import type { WireQuestion } from '#wire/shapes.ts';
import type { CheckedReturn } from './check-return.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';

/** Writes the answer to a question into the "Your answer" cell of its row; it goes with the next submission. */
export const answerQuestion = async (
  desk: Desk,
  open: OpenReturn,
  checked: CheckedReturn,
  question: Pick<WireQuestion, 'row'>,
  text: string,
): Promise<FlowResult<void>> => {
  const cell = checked.spotOf(question.row, '#answer');
  if (!cell) return failed({ kind: 'sheet-damaged' });
  return fromWorkbook(
    await desk.workbook.apply([{ sheet: open.sheets.entry, cell, value: text.trim() === '' ? null : text.trim() }]),
  );
};
