import type { RowKey } from '#core/ids.ts';
import { failed, ok } from '#core/result.ts';
import type { Merge } from '#core/returns/merge.ts';
import { lastReceiptIn, openQuestionsIn } from '#core/returns/record.ts';
import { takesTheSame } from '#core/returns/states.ts';
import type { Tallied } from '#core/returns/tallied.ts';
import type { WireReceipt } from '#wire/shapes.ts';
import type { WireTallied } from '#wire/tallied.ts';
import { checkReturn, type CheckedReturn } from './check-return.ts';
import { basedOnIn } from './compare-with-server.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromApi, fromWorkbook, type FlowResult } from './flow-result.ts';
import { lookBeyond } from './look-beyond.ts';
import { mergeWithServer, type LatestRevision } from './merge-with-server.ts';
import { putInOutbox, waitingSubmissions, type WaitingSubmission } from './outbox.ts';
import { sendSubmission, type Sent } from './send-submission.ts';
import { sendWaiting } from './send-waiting.ts';
import { needsUpgrade } from './needs-upgrade.ts';
import { learnBeyond } from './told-beyond.ts';
import { unconfirmedRows } from './unconfirmed-rows.ts';
import { newEntries, recordChanges } from './write-record.ts';

/** How pressing Submit ended. Whatever it is, every typed value still stands in the sheet. */
export type SubmitOutcome =
  | { readonly kind: 'receipt'; readonly receipt: WireReceipt }
  /** It could not be sent: it waits in this workbook and goes out later, once. */
  | { readonly kind: 'waiting' }
  /** Errors, unexplained warnings or a damaged sheet. */
  | { readonly kind: 'to-fix'; readonly checked: CheckedReturn }
  | { readonly kind: 'nothing-answered' }
  /** These rows hold answers copied from an earlier round that nobody has confirmed; nothing has been sent yet. */
  | { readonly kind: 'unconfirmed'; readonly rows: readonly RowKey[] }
  /** The server holds exactly this already, under this receipt. */
  | { readonly kind: 'unchanged'; readonly receipt: string }
  /** Somebody submitted in between: here is both put together, for the person to look at. */
  | { readonly kind: 'conflict'; readonly merge: Merge; readonly latest: LatestRevision };

/**
 * Submits a return as it stands: reads and checks it, puts it into the outbox, sends it, writes the receipt into the
 * record. What waits from before goes first, so that revisions keep their order. Copied answers that nobody has
 * confirmed go along only when the person has been told of them: `unconfirmed`. `late` says why it comes after the round
 * has closed. In a round that takes tallies only, no row is put into the outbox, and none is sent.
 */
export const submitReturn = async (
  desk: Desk,
  open: OpenReturn,
  { unconfirmed = 'ask', late }: { readonly unconfirmed?: 'ask' | 'submit'; readonly late?: string } = {},
): Promise<FlowResult<SubmitOutcome>> => {
  if (needsUpgrade(open)) return failed({ kind: 'older-version', reference: open.round.instrument });
  const before = await sendWaiting(desk);
  if (!before.ok) return before;
  const learnt = await learnBeyond(desk, open);
  if (!learnt.ok) return learnt;
  const looked = await lookBeyond(desk, open);
  if (!looked.ok) return looked;
  const reading = await checkReturn(desk, looked.value);
  if (!reading.ok) return reading;
  const checked = reading.value;
  if (checked.errors.length + checked.openWarnings.length + checked.damage.length > 0) {
    return ok({ kind: 'to-fix', checked });
  }
  if (checked.rowsAnswered === 0) return ok({ kind: 'nothing-answered' });
  const replies = repliesIn(checked);
  const last = lastReceiptIn(checked.record);
  const isSame = last?.fingerprint === checked.fingerprint && replies.length === 0;
  if (isSame) {
    const awaited = await isAwaited(desk, open);
    if (!awaited.ok) return awaited;
    if (!awaited.value) return ok({ kind: 'unchanged', receipt: last.reference });
  }
  const copied = unconfirmed === 'ask' ? await unconfirmedRows(desk, open, checked.content) : ok([]);
  if (!copied.ok) return copied;
  if (copied.value.length > 0) return ok({ kind: 'unconfirmed', rows: copied.value });
  const waiting = await queue(desk, open, checked, replies, late?.trim());
  if (!waiting.ok) return waiting;
  const sent = await sendSubmission(desk, waiting.value, open);
  if (!sent.ok) return sent;
  return conclude(desk, open, checked, waiting.value, sent.value);
};

/** Whether even the same may be submitted, see `takesTheSame`: only the endpoint knows. */
const isAwaited = async ({ api }: Desk, { round, owner }: OpenReturn): Promise<FlowResult<boolean>> => {
  const answer = fromApi(await api.return(round.id, owner));
  return answer.ok ? ok(takesTheSame(answer.value.line.state)) : answer;
};

/** The answers typed beside open questions that have not been sent yet. */
const repliesIn = (checked: CheckedReturn): readonly { question: string; text: string }[] =>
  openQuestionsIn(checked.record).flatMap(({ id, row, answer }) => {
    const typed = checked.typedAnswers.find((candidate) => candidate.row === row)?.text.trim();
    return typed && typed !== answer ? [{ question: id, text: typed }] : [];
  });

/** The submission in the outbox: the one that already waits with the same content, or a new one with a new key. */
const queue = async (
  desk: Desk,
  open: OpenReturn,
  checked: CheckedReturn,
  replies: readonly { question: string; text: string }[],
  late: string | undefined,
): Promise<FlowResult<WaitingSubmission>> => {
  const all = await waitingSubmissions(desk);
  if (!all.ok) return all;
  const mine = all.value.filter(({ owner, round }) => owner === open.owner && round === open.round.id);
  const same = mine.find(({ request }) => request.fingerprint === checked.fingerprint);
  if (same) return ok(same);
  const waiting: WaitingSubmission = {
    owner: open.owner,
    round: open.round.id,
    at: desk.now(),
    request: {
      key: desk.newId(),
      fingerprint: checked.fingerprint,
      basedOn: basedOnIn(checked),
      ...(checked.tallied ? { tallied: wireTallied(checked.tallied) } : rowsOf(checked, replies)),
      ...(late === undefined || late === '' ? {} : { late }),
      addIn: desk.addIn,
    },
  };
  const put = await putInOutbox(desk, waiting);
  return put.ok ? ok(waiting) : put;
};

const rowsOf = ({ content }: CheckedReturn, replies: readonly { question: string; text: string }[]) => ({
  content: {
    rows: content.rows.map((row) => ({ key: row.key, values: { ...row.values } })),
    explanations: content.explanations.map((explanation) => ({ ...explanation })),
  },
  replies: replies.map((reply) => ({ ...reply })),
});

const wireTallied = ({ sums, counts, issues, explanations, ...rest }: Tallied): WireTallied => ({
  ...rest,
  sums: [...sums],
  counts: { ...counts },
  issues: { ...issues },
  explanations: explanations.map((explanation) => ({ ...explanation })),
});

const conclude = async (
  desk: Desk,
  open: OpenReturn,
  checked: CheckedReturn,
  waiting: WaitingSubmission,
  sent: Sent,
): Promise<FlowResult<SubmitOutcome>> => {
  if (sent.kind === 'receipt') return ok(sent);
  if (sent.kind === 'waiting') {
    const logged = fromWorkbook(
      await desk.workbook.apply(
        recordChanges(
          open.sheets.record,
          checked.recordEnd,
          newEntries(checked.record, [
            {
              when: waiting.at,
              who: desk.api.person()?.name ?? open.ownerName,
              what: 'Waiting',
              row: undefined,
              field: undefined,
              value: waiting.request.basedOn,
              text: 'Could not be sent yet; it waits in this workbook',
              reference: waiting.request.key,
              fingerprint: waiting.request.fingerprint,
            },
          ]),
        ),
      ),
    );
    return logged.ok ? ok({ kind: 'waiting' }) : logged;
  }
  if (sent.problem.code === 'conflict') {
    const merged = await mergeWithServer(desk, open, checked);
    return merged.ok ? ok({ kind: 'conflict', ...merged.value }) : merged;
  }
  return failed({ kind: 'api', failure: { kind: 'problem', problem: sent.problem } });
};
