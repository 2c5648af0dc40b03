import { useCallback } from 'react';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { KeptRound } from '../../../messages/retention-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useLoaded, type Loaded } from '../../../state/use-loaded.ts';

/** All rounds with how long they are kept, the open ones first. */
export const useKeptRounds = (): Loaded<readonly KeptRound[]> => {
  const { desk } = usePane();
  return useLoaded(
    useCallback(async () => {
      const kept = fromApi(await desk.api.programme.retention());
      return kept.ok ? ok([...kept.value].sort((a, b) => Number(b.round.open) - Number(a.round.open))) : kept;
    }, [desk]),
  );
};
