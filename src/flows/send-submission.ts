import { ownerId, questionId, roundId } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import type { RecordEntry } from '#core/returns/record.ts';
import type { Problem } from '#wire/problems.ts';
import type { WireReceipt } from '#wire/shapes.ts';
import { checkReturn, type CheckedReturn } from './check-return.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';
import { takeFromOutbox, type WaitingSubmission } from './outbox.ts';
import { receiptEntry } from './record-from-server.ts';
import { newEntries, recordChanges } from './write-record.ts';

/** How the sending of one submission ended. */
export type Sent =
  | { readonly kind: 'receipt'; readonly receipt: WireReceipt }
  /** No usable answer came: it may or may not have arrived, so it stays in the outbox. */
  | { readonly kind: 'waiting' }
  /** The server understood and refused; it has left the outbox, the answers still stand in the sheet. */
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Refusals after which the same submission may still be taken later. */
const passing: readonly Problem['code'][] = ['session-expired', 'too-many-tries', 'internal', 'unavailable'];

/**
 * Sends one submission of the outbox, once: the key makes a resend harmless. With the receipt it leaves the outbox
 * and the receipt goes into the record.
 */
export const sendSubmission = async (
  desk: Desk,
  waiting: WaitingSubmission,
  open: OpenReturn | undefined,
): Promise<FlowResult<Sent>> => {
  const [round, owner] = [roundId(waiting.round), ownerId(waiting.owner)];
  const answer =
    'tallied' in waiting.request
      ? await desk.api.submitTally(round, owner, waiting.request)
      : await desk.api.submit(round, owner, waiting.request);
  if (!answer.ok) {
    const { failure } = answer;
    if (failure.kind !== 'problem' || passing.includes(failure.problem.code)) return ok({ kind: 'waiting' });
    const taken = await takeFromOutbox(desk, waiting.request.key);
    return taken.ok ? ok({ kind: 'refused', problem: failure.problem }) : taken;
  }
  const receipt = answer.value;
  const logged = open ? await logReceipt(desk, open, receipt, waiting) : ok(undefined);
  if (!logged.ok) return logged;
  const taken = await takeFromOutbox(desk, waiting.request.key);
  return taken.ok ? ok({ kind: 'receipt', receipt }) : taken;
};

const logReceipt = async (
  desk: Desk,
  open: OpenReturn,
  receipt: WireReceipt,
  waiting: WaitingSubmission,
): Promise<FlowResult<void>> => {
  const checked = await checkReturn(desk, open);
  if (!checked.ok) return checked;
  const entries = newEntries(checked.value.record, [
    receiptEntry(receipt),
    ...answers(checked.value, receipt, waiting),
  ]);
  return fromWorkbook(await desk.workbook.apply(recordChanges(open.sheets.record, checked.value.recordEnd, entries)));
};

const answers = (
  checked: CheckedReturn,
  receipt: WireReceipt,
  { request }: WaitingSubmission,
): readonly RecordEntry[] =>
  ('replies' in request ? request.replies : []).map(({ question, text }) => {
    const asked = checked.record.find(({ what, reference }) => what === 'Question' && reference === question);
    return {
      when: receipt.at,
      who: receipt.by,
      what: 'Answer',
      row: asked?.row,
      field: asked?.field,
      value: asked?.value ?? null,
      text,
      reference: questionId(question),
    };
  });
