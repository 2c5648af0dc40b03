import type { FieldId, RowKey } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import { goToCell } from '#flows/go-to-cell.ts';
import { usePane } from './PaneContext.tsx';
import { useReturnAtHand } from './ReturnContext.tsx';
import { useAction, type Action } from './use-action.ts';

/** Selects a cell of the return at hand, where it stands now. */
export const useGoTo = (): Action<[row: RowKey, field: FieldId]> => {
  const { desk } = usePane();
  const { open, recheck } = useReturnAtHand();
  return useAction(async (row: RowKey, field: FieldId) => {
    const checked = await recheck();
    if (!checked.ok) return checked;
    const gone = await goToCell(desk, open, checked.value, row, field);
    return gone.ok ? ok(undefined) : gone;
  });
};
