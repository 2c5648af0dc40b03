import { useCallback, useEffect, useRef, useState } from 'react';
import type { FlowResult } from '#flows/flow-result.ts';
import { failureWords, isSessionOver } from '../messages/failure-words.ts';
import type { Note } from '../messages/words.ts';
import { usePane } from './PaneContext.tsx';

/** Something a button does: whether it is at it, and how it ended last. */
export interface Action<Args extends readonly unknown[]> {
  readonly busy: boolean;
  readonly note: Note | undefined;
  run(...args: Args): Promise<void>;
  /** Takes the last message away. */
  clear(): void;
}

/**
 * Wraps what a button does. While it runs a second press does nothing; how it ended is shown beside the button and
 * said aloud; a session that ran out makes the pane ask for the access code again. A mistake of ours goes to the
 * error boundary.
 */
export const useAction = <Args extends readonly unknown[]>(
  perform: (...args: Args) => Promise<FlowResult<Note | undefined>>,
): Action<Args> => {
  const { dispatch } = usePane();
  const [busy, setBusy] = useState(false);
  const [note, setNote] = useState<Note>();
  const [mistake, setMistake] = useState<{ readonly error: unknown }>();
  const running = useRef(false);
  const here = useMounted();
  const run = async (...args: Args): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setNote(undefined);
    try {
      const result = await perform(...args);
      const outcome = result.ok ? result.value : { intent: 'error' as const, ...failureWords(result.failure) };
      if (!result.ok && isSessionOver(result.failure)) dispatch({ kind: 'session-ended' });
      if (outcome) dispatch({ kind: 'said', text: `${outcome.title} ${outcome.todo}`.trim() });
      if (here.current) setNote(outcome);
    } catch (error) {
      setMistake({ error });
    } finally {
      running.current = false;
      if (here.current) setBusy(false);
    }
  };
  const clear = useCallback(() => setNote(undefined), []);
  if (mistake) throw mistake.error;
  return { busy, note, run, clear };
};

const useMounted = (): { readonly current: boolean } => {
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  return mounted;
};
