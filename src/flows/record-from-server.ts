import type { Explanation } from '#core/returns/content.ts';
import type { recordKinds } from '#core/returns/record.ts';
import { type RecordEntry } from '#core/returns/record.ts';
import type { WireQuestion, WireReceipt, WireRevision } from '#wire/shapes.ts';

/** The line that a receipt leaves in the record. */
export const receiptEntry = (receipt: WireReceipt): RecordEntry => ({
  when: receipt.at,
  who: receipt.by,
  what: 'Receipt',
  row: undefined,
  field: undefined,
  value: receipt.revision,
  text: `Revision ${receipt.revision}: ${receipt.counts.rowsAnswered} of ${receipt.counts.rows} answered, ${receipt.counts.cells} cells filled, ${receipt.counts.explained} explained`,
  reference: receipt.number,
  fingerprint: receipt.fingerprint,
});

/** The lines of explanations that came with a revision. */
export const explanationEntries = (
  { at, by }: Pick<WireReceipt, 'at' | 'by'>,
  explanations: readonly Explanation[],
): readonly RecordEntry[] =>
  explanations.map(({ row, field, rule, value, text }) => ({
    when: at,
    who: by,
    what: 'Explanation',
    row,
    field,
    value,
    text,
    reference: rule,
  }));

/** The lines that a question has left so far: asked, answered, settled. */
export const questionEntries = (question: WireQuestion): readonly RecordEntry[] => {
  const place = { row: question.row, field: question.field, value: question.value, reference: question.id };
  const line = (what: (typeof recordKinds)[number], when: string, who: string, text: string): RecordEntry => ({
    ...place,
    what,
    when,
    who,
    text,
  });
  return [
    line('Question', question.at, question.by, question.text),
    ...question.remarks.map(({ from, at, by, text }) => line(from === 'owner' ? 'Answer' : 'Remark', at, by, text)),
    ...(question.settledAt === undefined
      ? []
      : [line('Settled', question.settledAt, question.settledBy ?? question.by, '')]),
  ];
};

/** The record of a return that is opened in a workbook where it did not stand, in the order things happened. */
export const recordFromServer = (
  latest: WireRevision | undefined,
  questions: readonly WireQuestion[],
): readonly RecordEntry[] => {
  const explanations = latest?.content ? explanationEntries(latest.receipt, latest.content.explanations) : [];
  return [
    ...explanations,
    ...(latest ? [receiptEntry(latest.receipt)] : []),
    ...questions.flatMap(questionEntries),
  ].sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
};
