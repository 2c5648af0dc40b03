import { ok } from '#core/result.ts';
import { sameValue } from '#core/returns/same-value.ts';
import { answerQuestion } from '#flows/answer-question.ts';
import { checkReturn, type CheckedReturn } from '#flows/check-return.ts';
import type { Desk, OpenReturn } from '#flows/desk.ts';
import { explainWarning } from '#flows/explain-warning.ts';
import type { FlowResult } from '#flows/flow-result.ts';
import type { HandedIn } from '#server/hand-in.ts';

/**
 * Writes into the workbook in memory what was written on the page: answers beside their questions, explanations into the
 * record. An explanation that stands there already, or whose cell holds another value by now, is left out.
 */
export const writeIntoHandedIn = async (
  desk: Desk,
  open: OpenReturn,
  { answers, explanations }: Pick<HandedIn, 'answers' | 'explanations'>,
): Promise<FlowResult<void>> => {
  const read = await checkReturn(desk, open);
  if (!read.ok) return read;
  const checked = read.value;
  for (const { row, text } of answers) {
    if (checked.spotOf(row, '#answer') === undefined) continue;
    const written = await answerQuestion(desk, open, checked, { row }, text);
    if (!written.ok) return written;
  }
  let line = 0;
  for (const { text, ...of } of explanations) {
    const issue = checked.issues.find(
      ({ row, field, rule, value }) =>
        row === of.row && field === of.field && rule === of.rule && sameValue(value, of.value),
    );
    if (!issue || explanationOf(checked, issue) === text.trim()) continue;
    const { recordEnd: end } = checked;
    const below = { ...checked, recordEnd: end && { ...end, row: end.row + line } };
    const explained = await explainWarning(desk, open, below, issue, text);
    if (!explained.ok) return explained;
    line += 1;
  }
  return ok(undefined);
};

/** Why a warning stands, as far as somebody said so of the value that stands now. */
export const explanationOf = (
  { content }: Pick<CheckedReturn, 'content'>,
  issue: Pick<CheckedReturn['issues'][number], 'row' | 'field' | 'rule' | 'value'>,
): string | undefined =>
  content.explanations.find(
    ({ row, field, rule, value }) =>
      row === issue.row && field === issue.field && rule === issue.rule && sameValue(value, issue.value),
  )?.text;
