import { ok } from '#core/result.ts';
import { mergeWithServer } from '#flows/merge-with-server.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction, type Action } from '../../state/use-action.ts';
import type { PendingMerge } from '../conflict/pending-merge.ts';

/** Puts the workbook and the server's latest revision together, to be looked at; changes neither. */
export const useCompare = (onMerge: (merge: PendingMerge) => void): Action<[]> => {
  const { desk } = usePane();
  const { open, recheck } = useReturnAtHand();
  return useAction(async () => {
    const checked = await recheck();
    if (!checked.ok) return checked;
    const merged = await mergeWithServer(desk, open, checked.value);
    if (!merged.ok) return merged;
    onMerge(merged.value);
    return ok(undefined);
  });
};
