import { ownerId } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import type { WireReturnLine, WireRound } from '#wire/shapes.ts';
import { openReturn } from '#flows/open-return.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useAction, type Action } from '../../state/use-action.ts';

/** Opens a return: brings its sheets into the workbook when they are not there, and goes to its screen. */
export const useOpen = (): Action<[line: Pick<WireReturnLine, 'owner' | 'ownerName'>, round: WireRound]> => {
  const { desk, dispatch } = usePane();
  return useAction(async ({ owner, ownerName }, round) => {
    const opened = await openReturn(desk, { round, owner: ownerId(owner), ownerName });
    if (!opened.ok) return opened;
    dispatch({ kind: 'opened', open: opened.value });
    dispatch({ kind: 'said', text: `${round.title} is open in this workbook.` });
    return ok(undefined);
  });
};
