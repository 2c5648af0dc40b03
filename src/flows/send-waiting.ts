import { ok } from '#core/result.ts';
import type { Problem } from '#wire/problems.ts';
import type { WireReceipt } from '#wire/shapes.ts';
import type { Desk } from './desk.ts';
import { findReturns } from './find-returns.ts';
import type { FlowResult } from './flow-result.ts';
import { waitingSubmissions, type WaitingSubmission } from './outbox.ts';
import { sendSubmission } from './send-submission.ts';

/** What became of the submissions that waited. */
export interface SentWaiting {
  readonly sent: readonly WireReceipt[];
  readonly stillWaiting: number;
  readonly refused: readonly { readonly waiting: WaitingSubmission; readonly problem: Problem }[];
}

/**
 * Sends what waits in this workbook, oldest first, of the returns that the signed-in person may submit; stops at the
 * first that cannot be sent. A later one of the same return grows from the revision that an earlier one became.
 */
export const sendWaiting = async (desk: Desk): Promise<FlowResult<SentWaiting>> => {
  const all = await waitingSubmissions(desk);
  if (!all.ok) return all;
  const mine = all.value.filter(({ owner }) => owner === desk.api.person()?.owner);
  if (mine.length === 0) return ok({ sent: [], stillWaiting: all.value.length, refused: [] });
  const found = await findReturns(desk);
  if (!found.ok) return found;
  const sent: WireReceipt[] = [];
  const refused: { waiting: WaitingSubmission; problem: Problem }[] = [];
  for (const waiting of mine) {
    const earlier = sent.findLast(({ owner, round }) => owner === waiting.owner && round === waiting.round);
    const request = earlier ? { ...waiting.request, basedOn: earlier.revision } : waiting.request;
    const open = found.value.open.find(({ owner, round }) => owner === waiting.owner && round.id === waiting.round);
    const outcome = await sendSubmission(desk, { ...waiting, request }, open);
    if (!outcome.ok) return outcome;
    if (outcome.value.kind === 'waiting') break;
    if (outcome.value.kind === 'receipt') sent.push(outcome.value.receipt);
    else refused.push({ waiting, problem: outcome.value.problem });
  }
  return ok({ sent, stillWaiting: all.value.length - sent.length - refused.length, refused });
};
