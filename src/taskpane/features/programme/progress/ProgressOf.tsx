import { useCallback, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { roundId } from '#core/ids.ts';
import { readChaseList, type ChaseLine, type ChaseList } from '#flows/chase-list.ts';
import { ListAndDetail } from '../../../components/ListAndDetail.tsx';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { nothingThen } from '../../../messages/as-at-words.ts';
import { deadlineWords } from '../../../messages/state-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useLoaded } from '../../../state/use-loaded.ts';
import { ReturnHistory } from '../history/ReturnHistory.tsx';
import { AcceptMany } from './AcceptMany.tsx';
import { ChaseTable } from './ChaseTable.tsx';
import { ProgressChart } from './ProgressChart.tsx';

/**
 * How far everybody is with a round, or was on a day in the past: the chart, what can be accepted now, and the chase list, each
 * line of which opens its history.
 */
export const ProgressOf = (props: {
  round: string;
  asAt: string | undefined;
  opened: ChaseLine | undefined;
  onOpen: (line: ChaseLine | undefined) => void;
  onSchools: () => void;
}): ReactNode => {
  const { desk } = usePane();
  const { asAt, opened, onOpen } = props;
  const past = asAt !== undefined;
  const loaded = useLoaded<ChaseList>(
    useCallback((part) => readChaseList(desk, roundId(props.round), part, asAt), [desk, props.round, asAt]),
  );
  return (
    <LoadedPart loaded={loaded} waiting={`Looking up how far everybody ${past ? 'was' : 'is'}…`}>
      {(chase) => {
        const { enlisted, notStarted } = chase.counts;
        const nothing = past ? nothingThen(chase.round, asAt, { enlisted, begun: notStarted < enlisted }) : undefined;
        if (nothing)
          return (
            <Panel title={nothing.title} accent>
              <Plain>{nothing.todo}</Plain>
            </Panel>
          );
        if (enlisted === 0)
          return (
            <Panel title="Nobody is enlisted for this round" accent>
              <Plain>Take schools into the programme first; then you see here how far each of them is.</Plain>
              <Row>
                <Button onClick={props.onSchools}>Schools</Button>
              </Row>
            </Panel>
          );
        return (
          <ListAndDetail
            back="Back to the list"
            onBack={() => onOpen(undefined)}
            detail={opened ? <ReturnHistory round={chase.round} line={opened} asAt={asAt} /> : undefined}
            list={
              <>
                {past ? null : <Quiet>{deadlineWords(chase.round, desk.now())}</Quiet>}
                <ProgressChart counts={chase.counts} past={past} />
                {past ? null : <AcceptMany chase={chase} onDone={loaded.reload} />}
                <ChaseTable chase={chase} past={past} onOpen={onOpen} />
              </>
            }
          />
        );
      }}
    </LoadedPart>
  );
};
