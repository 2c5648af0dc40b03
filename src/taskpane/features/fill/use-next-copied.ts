import { onceKey } from '#core/instrument/instrument.ts';
import { ok } from '#core/result.ts';
import { goToCell } from '#flows/go-to-cell.ts';
import { placeWords } from '../../messages/place-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction, type Action } from '../../state/use-action.ts';

/** Selects the next row whose copied answers nobody has confirmed, after the one in hand and round the end. */
export const useNextCopied = (): Action<[]> => {
  const { desk, dispatch } = usePane();
  const { open, cell, unconfirmed, recheck } = useReturnAtHand();
  const { instrument } = open;
  return useAction(async () => {
    const checked = await recheck();
    if (!checked.ok) return checked;
    const row = unconfirmed[unconfirmed.findIndex((key) => key === cell?.row) + 1] ?? unconfirmed[0];
    const field = (row === onceKey ? instrument.once : instrument.fields)?.[0]?.id;
    if (row === undefined || field === undefined) return ok(undefined);
    dispatch({ kind: 'said', text: `To confirm: ${placeWords(instrument, row, field)}` });
    const gone = await goToCell(desk, open, checked.value, row, field);
    return gone.ok ? ok(undefined) : gone;
  });
};
