import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { ok } from '#core/result.ts';
import { undoChanges, type ChangedCell } from '#flows/change-cells.ts';
import { count } from '#core/words/count-words.ts';
import type { Note } from '../messages/words.ts';
import { usePane } from './PaneContext.tsx';
import { useReturnAtHand } from './ReturnContext.tsx';
import { useAction, type Action } from './use-action.ts';

/** Something the pane did to cells at the person's wish, said in the words of a button: "Tidy 34 spellings". */
export interface Deed {
  readonly what: string;
  readonly changes: readonly ChangedCell[];
}

interface Undo {
  /** The last deed that has not been taken back. */
  readonly last: Deed | undefined;
  did(deed: Deed): void;
  readonly undo: Action<[]>;
}

const UndoContext = createContext<Undo | undefined>(undefined);

/** More deeds than anybody takes back. */
const deedsKept = 20;

/**
 * The pane's own Undo, for what the pane did to the cells of the return at hand: Excel's own does not take back what an
 * add-in wrote in every version.
 */
export const UndoProvider = (props: { children: ReactNode }): ReactNode => {
  const { desk } = usePane();
  const { open, recheck } = useReturnAtHand();
  const [deeds, setDeeds] = useState<readonly Deed[]>([]);
  const last = deeds.at(-1);
  const did = useCallback((deed: Deed) => {
    if (deed.changes.length > 0) setDeeds((before) => [...before, deed].slice(-deedsKept));
  }, []);
  const undo = useAction(async () => {
    if (!last) return ok(undefined);
    const result = await undoChanges(desk, open, last.changes);
    if (!result.ok) return result;
    setDeeds((before) => before.filter((deed) => deed !== last));
    await recheck();
    return ok(undoneWords(result.value));
  });
  const value = useMemo(() => ({ last, did, undo }), [last, did, undo]);
  return <UndoContext.Provider value={value}>{props.children}</UndoContext.Provider>;
};

export const useUndo = (): Undo => {
  const undo = useContext(UndoContext);
  if (!undo) throw new Error('used outside a return that is being filled in');
  return undo;
};

const undoneWords = ({ undone, changedSince }: { undone: number; changedSince: number }): Note => ({
  intent: changedSince > 0 ? 'warning' : 'success',
  title: `Taken back: ${count(undone, 'cell')}.`,
  todo:
    changedSince > 0
      ? `${count(changedSince, 'cell has', 'cells have')} been changed since and ${changedSince === 1 ? 'was' : 'were'} left as they are now.`
      : '',
});
