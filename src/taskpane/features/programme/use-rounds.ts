import { useCallback } from 'react';
import { fromApi } from '#flows/flow-result.ts';
import type { WireRound } from '#wire/shapes.ts';
import { ok } from '#core/result.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useLoaded, type Loaded } from '../../state/use-loaded.ts';
import { openFirst } from '../home/use-home.ts';

/** All rounds, the open ones first. */
export const useRounds = (): Loaded<readonly WireRound[]> => {
  const { desk } = usePane();
  return useLoaded(
    useCallback(async () => {
      const rounds = fromApi(await desk.api.rounds());
      return rounds.ok ? ok(openFirst(rounds.value)) : rounds;
    }, [desk]),
  );
};
