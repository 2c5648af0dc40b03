import { useCallback, useState } from 'react';
import { usePane } from './PaneContext.tsx';

/** A text being typed: what was typed so far, or `initial` while nothing was. */
export interface Draft {
  readonly text: string;
  /** Something was typed that is not saved yet. */
  readonly touched: boolean;
  set(text: string): void;
  /** Forgets what was typed, after it was saved or given up. */
  clear(): void;
}

/** The draft of the thing that `key` names; it is still there when the part that shows it comes back. */
export const useDraft = (key: string, initial = ''): Draft => {
  const { drafts } = usePane();
  const [, redraw] = useState(0);
  const set = useCallback(
    (text: string) => {
      drafts.set(key, text);
      redraw((n) => n + 1);
    },
    [drafts, key],
  );
  const clear = useCallback(() => {
    drafts.clear(key);
    redraw((n) => n + 1);
  }, [drafts, key]);
  const typed = drafts.get(key);
  return { text: typed ?? initial, touched: typed !== undefined && typed !== initial, set, clear };
};
