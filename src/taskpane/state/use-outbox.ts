import { useCallback, useEffect, useState } from 'react';
import { ok } from '#core/result.ts';
import { waitingSubmissions, type WaitingSubmission } from '#flows/outbox.ts';
import { sendWaiting, type SentWaiting } from '#flows/send-waiting.ts';
import { count, list } from '#core/words/count-words.ts';
import { problemWords } from '../messages/problem-words.ts';
import type { Note } from '../messages/words.ts';
import { usePane } from './PaneContext.tsx';
import { useAction, type Action } from './use-action.ts';

/** The submissions of the signed-in person that wait in this workbook, and the button that sends them. */
export interface Outbox {
  readonly waiting: readonly WaitingSubmission[];
  readonly send: Action<[]>;
}

/** Sends what waits when somebody signs in or the connection comes back, and on request. */
export const useOutbox = (): Outbox => {
  const { desk, state, dispatch } = usePane();
  const [waiting, setWaiting] = useState<readonly WaitingSubmission[]>([]);
  const owner = state.sessionEnded ? undefined : state.person?.owner;

  const look = useCallback(async () => {
    const all = await waitingSubmissions(desk);
    const mine = all.ok ? all.value.filter((candidate) => candidate.owner === owner) : [];
    setWaiting(mine);
    return mine.length;
  }, [desk, owner]);

  const send = useAction(async () => {
    const result = await sendWaiting(desk);
    if (!result.ok) return result;
    dispatch({ kind: 'sent-waiting' });
    return ok(outcome(result.value));
  });

  useEffect(() => {
    void look();
  }, [look, state.submits, state.resends]);

  const { run, clear } = send;
  // What was said about an earlier sending is overtaken.
  useEffect(clear, [clear, state.merges, state.submits]);
  useEffect(() => {
    const sendIfAny = (): void => {
      void look().then((number) => (number > 0 ? run() : undefined));
    };
    if (owner !== undefined) sendIfAny();
    window.addEventListener('online', sendIfAny);
    return () => window.removeEventListener('online', sendIfAny);
    // Once a person: `run` is new at every drawing.
  }, [owner, look]);

  return { waiting, send };
};

const outcome = ({ sent, stillWaiting, refused }: SentWaiting): Note | undefined => {
  const [first] = refused;
  if (first) {
    const { title, todo } = problemWords(first.problem);
    return { intent: 'error', title: `A waiting submission was not taken. ${title}`, todo };
  }
  if (sent.length > 0) {
    return {
      intent: 'success',
      title: `${count(sent.length, 'waiting submission')} sent.`,
      todo: `Receipt ${list(sent.map(({ number }) => number))}. Save the workbook to keep it.`,
    };
  }
  return stillWaiting > 0
    ? {
        intent: 'warning',
        title: 'The server still cannot be reached.',
        todo: 'Your submission stays in this workbook. Try again later; it is sent once only.',
      }
    : undefined;
};
