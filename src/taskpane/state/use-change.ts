import { ok } from '#core/result.ts';
import { changeCells, type ChangedCell } from '#flows/change-cells.ts';
import { count } from '#core/words/count-words.ts';
import { usePane } from './PaneContext.tsx';
import { useReturnAtHand } from './ReturnContext.tsx';
import { useUndo } from './UndoContext.tsx';
import { useAction, type Action } from './use-action.ts';

/**
 * Changes cells that the person has been shown and remembers it for Undo; `what` was done in the words of the Undo bar,
 * such as `changed 12 cells`. A cell that has been changed since it was shown is left alone, and she is told.
 */
export const useChange = (): Action<[what: string, changes: readonly ChangedCell[]]> => {
  const { desk } = usePane();
  const { open, recheck } = useReturnAtHand();
  const { did } = useUndo();
  return useAction(async (what: string, changes: readonly ChangedCell[]) => {
    const changed = await changeCells(desk, open, changes);
    if (!changed.ok) return changed;
    did({ what, changes: changed.value });
    await recheck();
    const left = changes.length - changed.value.length;
    return ok({
      intent: left > 0 ? ('warning' as const) : ('success' as const),
      title: `${count(changed.value.length, 'cell')} changed.`,
      todo:
        left > 0
          ? `${count(left, 'cell')} held something else meanwhile and ${left === 1 ? 'was' : 'were'} left alone. Look at the list again.`
          : 'Undo above takes it back.',
    });
  });
};
