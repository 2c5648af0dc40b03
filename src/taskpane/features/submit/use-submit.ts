import { useState } from 'react';
import { ok } from '#core/result.ts';
import { takingOf } from '#core/returns/taking.ts';
import { submitReturn, type SubmitOutcome } from '#flows/submit-return.ts';
import { count } from '#core/words/count-words.ts';
import type { Note } from '../../messages/words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useAction, type Action } from '../../state/use-action.ts';
import { useDraft, type Draft } from '../../state/use-draft.ts';
import type { ReturnAtHand } from '../../state/use-return.ts';

type Conflict = Extract<SubmitOutcome, { kind: 'conflict' }>;

/**
 * Submitting, which asks for the reason of a late return, and once more where copied answers stand that nobody has
 * confirmed.
 */
export interface Submit extends Action<[]> {
  /** The reason that a late return needs; absent where none is asked for. */
  readonly late: Draft | undefined;
  /** Submit was pressed before a reason was written. */
  readonly lateMissing: boolean;
  /** In how many rows copied answers stand, while the person is asked. */
  readonly unconfirmed: number | undefined;
  /** Yes: they go as they are. */
  anyway(): Promise<void>;
  /** No, or no more: nothing is asked. */
  letBe(): void;
}

/** Submitting, and how it ended in words; a conflict is handed on to the screen that settles it. */
export const useSubmit = (
  { open, standing, recheck, refresh }: Pick<ReturnAtHand, 'open' | 'standing' | 'recheck' | 'refresh'>,
  onConflict: (conflict: Conflict) => void,
): Submit => {
  const { desk, dispatch } = usePane();
  const draft = useDraft(`late ${open.owner} ${open.round.id}`);
  const [pressed, setPressed] = useState(false);
  const [unconfirmed, setUnconfirmed] = useState<number>();
  const { round, line } = standing?.answer ?? {};
  const late = round && line && takingOf(round, line, desk.now()) === 'late' ? draft : undefined;
  const lateMissing = late?.text.trim() === '';
  const { run, ...action } = useAction(async (copied: 'ask' | 'submit') => {
    setPressed(true);
    if (lateMissing) return ok(undefined);
    const result = await submitReturn(desk, open, { unconfirmed: copied, ...(late ? { late: late.text } : {}) });
    if (!result.ok) {
      setUnconfirmed(undefined);
      return result;
    }
    setPressed(false);
    const outcome = result.value;
    if (outcome.kind === 'unconfirmed') {
      await recheck();
      setUnconfirmed(outcome.rows.length);
      return ok(undefined);
    }
    setUnconfirmed(undefined);
    if (outcome.kind === 'receipt') draft.clear();
    if (outcome.kind === 'receipt' || outcome.kind === 'waiting') dispatch({ kind: 'submitted' });
    await (outcome.kind === 'to-fix' || outcome.kind === 'nothing-answered' ? recheck() : refresh());
    if (outcome.kind === 'conflict') {
      onConflict(outcome);
      return ok(undefined);
    }
    return ok(noteOf(outcome, desk.api.person() !== undefined));
  });
  return {
    ...action,
    late,
    lateMissing: pressed && lateMissing,
    unconfirmed,
    run: () => run('ask'),
    anyway: () => run('submit'),
    letBe: () => setUnconfirmed(undefined),
  };
};

type Ended = Exclude<SubmitOutcome, Conflict | { kind: 'unconfirmed' }>;

const noteOf = (outcome: Ended, signedIn: boolean): Note => {
  switch (outcome.kind) {
    case 'receipt':
      return {
        intent: 'success',
        title: `Submitted: revision ${outcome.receipt.revision}.`,
        todo: `Your receipt is ${outcome.receipt.number}. It is below and in the workbook.`,
      };
    case 'waiting':
      return {
        intent: 'warning',
        title: signedIn ? 'The server cannot be reached just now.' : 'You are no longer signed in.',
        todo: `Your submission waits in this workbook and is sent, once, when ${signedIn ? 'the connection is back' : 'you have signed in again'}. Save the workbook.`,
      };
    case 'to-fix': {
      const { damage, errors, openWarnings } = outcome.checked;
      const number = damage.length + errors.length + openWarnings.length;
      return {
        intent: 'error',
        title: `Not submitted: ${count(number, 'thing')} to put right first.`,
        todo: 'Open “Fill in” and press Next to go to each one.',
      };
    }
    case 'nothing-answered':
      return { intent: 'info', title: 'Nothing is answered yet.', todo: 'Fill in at least one row, then submit.' };
    case 'unchanged':
      return {
        intent: 'info',
        title: 'The server already holds exactly this.',
        todo: `Nothing was sent. Your receipt is ${outcome.receipt}.`,
      };
  }
};
