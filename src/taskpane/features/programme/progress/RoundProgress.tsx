import { useCallback, useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { roundId } from '#core/ids.ts';
import { readChaseList, type ChaseLine, type ChaseList } from '#flows/chase-list.ts';
import { ListAndDetail } from '../../../components/ListAndDetail.tsx';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { deadlineWords } from '../../../messages/state-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useLoaded } from '../../../state/use-loaded.ts';
import { ReturnHistory } from '../history/ReturnHistory.tsx';
import { AcceptMany } from './AcceptMany.tsx';
import { ChaseTable } from './ChaseTable.tsx';
import { ProgressChart } from './ProgressChart.tsx';

/** A round, chosen in `children`, as it stands: the chart, what can be accepted, and the chase list, each line of which opens its history. */
export const RoundProgress = (props: { round: string; onSchools: () => void; children: ReactNode }): ReactNode => {
  const { desk } = usePane();
  const [opened, setOpened] = useState<ChaseLine>();
  const loaded = useLoaded<ChaseList>(
    useCallback((part) => readChaseList(desk, roundId(props.round), part), [desk, props.round]),
  );
  return (
    <>
      {opened ? null : props.children}
      <LoadedPart loaded={loaded} waiting="Looking up how far everybody is…">
        {(chase) =>
          chase.counts.enlisted === 0 ? (
            <Panel title="Nobody is enlisted for this round" accent>
              <Plain>Take schools into the programme first; then you see here how far each of them is.</Plain>
              <Row>
                <Button onClick={props.onSchools}>Schools</Button>
              </Row>
            </Panel>
          ) : (
            <ListAndDetail
              back="Back to the list"
              onBack={() => setOpened(undefined)}
              detail={opened ? <ReturnHistory round={chase.round} line={opened} /> : undefined}
              list={
                <>
                  <Quiet>{deadlineWords(chase.round, desk.now())}</Quiet>
                  <ProgressChart counts={chase.counts} />
                  <AcceptMany chase={chase} onDone={loaded.reload} />
                  <ChaseTable chase={chase} onOpen={setOpened} />
                </>
              }
            />
          )
        }
      </LoadedPart>
    </>
  );
};
