import type { Merge } from '#core/returns/merge.ts';
import { takesTheSame } from '#core/returns/states.ts';
import type { CheckedReturn } from '#flows/check-return.ts';
import type { Standing } from '#flows/compare-with-server.ts';
import type { OpenReturn } from '#flows/desk.ts';
import type { LatestRevision } from '#flows/merge-with-server.ts';
import { messageOf } from '#flows/message-of.ts';
import { lastAnswer } from '#flows/thread-of.ts';
import type { HandInReport } from '#server/hand-in.ts';
import { cellOnSheet } from '../cell-on-sheet.ts';
import { explanationOf } from './write-into-handed-in.ts';

/** A newer revision that has not been put together with what was handed in. */
export interface Unmerged {
  readonly merge: Merge;
  readonly latest: LatestRevision;
}

/** What there is to tell of a return that was handed in, with its cells as they are named in the file. */
export const reportOf = (read: {
  readonly sheet: string;
  readonly open: OpenReturn;
  readonly checked: CheckedReturn;
  readonly standing: Standing;
  readonly unmerged: Unmerged | undefined;
  readonly unconfirmed: readonly string[];
}): HandInReport => {
  const { sheet, open, checked, standing, unmerged, unconfirmed } = read;
  const cell = (row: string, field: string) => cellOnSheet(sheet, checked.spotOf(row, field));
  const unexplained = new Set(checked.openWarnings);
  const questions = standing.openQuestions.map((question) => ({
    ...question,
    typed: checked.typedAnswers.find(({ row }) => row === question.row)?.text.trim() ?? '',
  }));
  const hasNews = questions.some(({ typed, remarks }) => typed !== '' && typed !== lastAnswer({ remarks })?.text);
  const { line, latest } = standing.answer;
  const isUnchanged = standing.sameAsServer && !hasNews && !takesTheSame(line.state);
  return {
    sheet,
    rowsAnswered: checked.rowsAnswered,
    rows: checked.rows,
    damage: checked.damage,
    nextNumber: Math.max(0, ...checked.keys.map(Number).filter(Number.isInteger)) + 1,
    issues: checked.issues.map((issue) => ({
      ...{ row: issue.row, field: issue.field, rule: issue.rule, severity: issue.severity, value: issue.value },
      message: messageOf(open.instrument, issue.rule, checked.circumstances) ?? issue.rule,
      cell: cell(issue.row, issue.field),
      explanation:
        issue.severity === 'warning' && !unexplained.has(issue) ? explanationOf(checked, issue) : undefined,
    })),
    unconfirmed,
    questions: questions.map(({ id, row, field, typed }) => ({
      ...{ id, row, field, answer: typed },
      cell: cell(row, field),
      answerCell: cell(row, '#answer'),
    })),
    ...(unmerged ? { newer: newerOf(unmerged, cell) } : {}),
    ...(isUnchanged && latest ? { unchanged: { revision: latest.number, receipt: latest.receipt.number } } : {}),
  };
};

const newerOf = (
  { merge, latest }: Unmerged,
  cell: (row: string, field: string) => string | undefined,
): NonNullable<HandInReport['newer']> => ({
  ...latest,
  conflicts: merge.conflicts.map(({ row, field, mine, theirs }) => ({
    ...{ row, field, mine, theirs },
    cell: cell(row, field),
  })),
  taken: merge.taken.length,
});
