import { useCallback, type ReactNode } from 'react';
import { roundId } from '#core/ids.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { WireRound } from '#wire/shapes.ts';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Plain } from '../../../components/Quiet.tsx';
import { usePane } from '../../../state/PaneContext.tsx';
import { useLoaded } from '../../../state/use-loaded.ts';
import { ReturnHistory } from './ReturnHistory.tsx';

/** The history of an owner's return, or as much of it as there was on a day in the past, where no more than the owner is known. */
export const HistoryOfOwner = (props: { round: WireRound; owner: string; asAt?: string | undefined }): ReactNode => {
  const { owner, asAt } = props;
  const { desk } = usePane();
  const round = roundId(props.round.id);
  const loaded = useLoaded(
    useCallback(
      async () => fromApi(await desk.api.programme.progress(round, { owner, limit: 1, 'as-at': asAt })),
      [desk, round, owner, asAt],
    ),
  );
  return (
    <LoadedPart loaded={loaded} waiting="Looking up the return…">
      {({ round: now, lines: [line] }) =>
        line ? (
          <ReturnHistory round={now} line={line} asAt={asAt} />
        ) : (
          <Plain>{`This return ${asAt === undefined ? 'does not count any more' : 'did not count then'}.`}</Plain>
        )
      }
    </LoadedPart>
  );
};
