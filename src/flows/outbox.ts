import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { fingerprint } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import { SubmitRequest } from '#wire/shapes.ts';
import { SubmitTallyRequest } from '#wire/tallies.ts';
import type { Desk } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';

/**
 * A submission that the server has not acknowledged, as it stood when the button was pressed. It waits in the
 * workbook's own file; the browser keeps only key, fingerprint and time.
 */
export interface WaitingSubmission {
  readonly owner: string;
  readonly round: string;
  readonly at: string;
  readonly request: SubmitRequest | SubmitTallyRequest;
}

const Outbox = Type.Array(
  Type.Object({
    owner: Type.String(),
    round: Type.String(),
    at: Type.String(),
    request: Type.Union([SubmitRequest, SubmitTallyRequest]),
  }),
);

/** The submissions waiting in this workbook, oldest first. */
export const waitingSubmissions = async (desk: Desk): Promise<FlowResult<readonly WaitingSubmission[]>> => {
  const note = fromWorkbook(await desk.workbook.note('outbox'));
  return note.ok ? ok(parse(note.value)) : note;
};

/** Puts a submission into the outbox, in place of one with the same key. */
export const putInOutbox = async (desk: Desk, waiting: WaitingSubmission): Promise<FlowResult<void>> => {
  desk.memory.remember({
    key: waiting.request.key,
    fingerprint: fingerprint(waiting.request.fingerprint),
    at: waiting.at,
  });
  return change(desk, (all) => [...all.filter(({ request }) => request.key !== waiting.request.key), waiting]);
};

/** Takes an acknowledged or withdrawn submission out of the outbox. */
export const takeFromOutbox = async (desk: Desk, key: string): Promise<FlowResult<void>> => {
  const changed = await change(desk, (all) => all.filter(({ request }) => request.key !== key));
  if (changed.ok) desk.memory.forget(key);
  return changed;
};

const change = async (
  desk: Desk,
  to: (all: readonly WaitingSubmission[]) => readonly WaitingSubmission[],
): Promise<FlowResult<void>> => {
  const before = await waitingSubmissions(desk);
  if (!before.ok) return before;
  const after = to(before.value);
  return fromWorkbook(await desk.workbook.setNote('outbox', after.length === 0 ? undefined : JSON.stringify(after)));
};

const parse = (text: string | undefined): readonly WaitingSubmission[] => {
  if (text === undefined) return [];
  try {
    const note: unknown = JSON.parse(text);
    return Value.Check(Outbox, note) ? note : [];
  } catch {
    return [];
  }
};
