import { useCallback, type ReactNode } from 'react';
import { roundId } from '#core/ids.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { WireRound } from '#wire/shapes.ts';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Plain } from '../../../components/Quiet.tsx';
import { usePane } from '../../../state/PaneContext.tsx';
import { useLoaded } from '../../../state/use-loaded.ts';
import { ReturnHistory } from './ReturnHistory.tsx';

/** The history of an owner's return, where no more than the owner is known. */
export const HistoryOfOwner = (props: { round: WireRound; owner: string }): ReactNode => {
  const { owner } = props;
  const { desk } = usePane();
  const round = roundId(props.round.id);
  const loaded = useLoaded(
    useCallback(
      async () => fromApi(await desk.api.programme.progress(round, { owner, limit: 1 })),
      [desk, round, owner],
    ),
  );
  return (
    <LoadedPart loaded={loaded} waiting="Looking up the return…">
      {({ round: now, lines: [line] }) =>
        line ? <ReturnHistory round={now} line={line} /> : <Plain>This return does not count any more.</Plain>
      }
    </LoadedPart>
  );
};
