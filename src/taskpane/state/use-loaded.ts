import { useCallback, useEffect, useRef, useState } from 'react';
import type { FlowFailure } from '#flows/desk.ts';
import type { FlowResult } from '#flows/flow-result.ts';
import { isSessionOver } from '../messages/failure-words.ts';
import { usePane } from './PaneContext.tsx';

/** Something that is fetched for a screen. */
export interface Loaded<T> {
  /** What came last; it stays while it is fetched again. */
  readonly value: T | undefined;
  readonly failure: FlowFailure | undefined;
  readonly busy: boolean;
  reload(): Promise<void>;
  /** Puts in what an act has just answered, so that it need not be fetched. */
  put(value: T): void;
}

/**
 * Fetches when the screen appears, whenever `load` is another, and after a new sign-in. `load` may hand out parts before
 * it is done; what a former `load` still brings is not shown any more.
 */
export const useLoaded = <T>(load: (part: (value: T) => void) => Promise<FlowResult<T>>): Loaded<T> => {
  const { state, dispatch } = usePane();
  const [value, setValue] = useState<T>();
  const [failure, setFailure] = useState<FlowFailure>();
  const [busy, setBusy] = useState(true);
  const latest = useRef(0);
  const { person, sessionEnded } = state;
  const reload = useCallback(async () => {
    if (!person || sessionEnded) return;
    latest.current += 1;
    const mine = latest.current;
    setBusy(true);
    const result = await load((part) => (mine === latest.current ? setValue(part) : undefined));
    if (mine !== latest.current) return;
    if (result.ok) setValue(result.value);
    else if (isSessionOver(result.failure)) dispatch({ kind: 'session-ended' });
    setFailure(result.ok ? undefined : result.failure);
    setBusy(false);
  }, [load, dispatch, person, sessionEnded]);
  useEffect(() => {
    void reload();
    return () => {
      latest.current += 1;
    };
  }, [reload]);
  const put = useCallback((put: T) => setValue(put), []);
  return { value, failure, busy, reload, put };
};
