import { useState, type ReactNode } from 'react';
import { Badge, Button } from '@fluentui/react-components';
import type { WireRound } from '#wire/shapes.ts';
import { Facts } from '../../../components/Facts.tsx';
import { ListAndDetail } from '../../../components/ListAndDetail.tsx';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { More } from '../../../components/More.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { roundFacts } from '../../../messages/round-words.ts';
import { deadlineWords } from '../../../messages/state-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useRounds } from '../use-rounds.ts';
import { ChangeRound } from './ChangeRound.tsx';
import { CloseRound } from './CloseRound.tsx';
import { MakeRound } from './MakeRound.tsx';

/** The rounds there are, and making, changing and closing them. */
export const RoundsPart = (): ReactNode => {
  const [opened, setOpened] = useState<'new' | WireRound>();
  const loaded = useRounds();
  const done = async (): Promise<void> => {
    setOpened(undefined);
    await loaded.reload();
  };
  return (
    <LoadedPart loaded={loaded} waiting="Looking up the rounds…">
      {(rounds) => (
        <ListAndDetail
          back="The rounds"
          onBack={() => setOpened(undefined)}
          detail={
            opened === undefined ? undefined : opened === 'new' ? (
              <MakeRound rounds={rounds} onMade={done} />
            ) : (
              <ChangeRound round={opened} onChanged={done} />
            )
          }
          list={
            <>
              {rounds.length === 0 ? (
                <Plain>
                  There is no round yet. A round asks everybody for one return, from a day on, until a day or without
                  end.
                </Plain>
              ) : null}
              <Row>
                <Button appearance={rounds.length === 0 ? 'primary' : 'secondary'} onClick={() => setOpened('new')}>
                  Make a round…
                </Button>
              </Row>
              {rounds.map((round) => (
                <RoundCard key={round.id} round={round} onChange={() => setOpened(round)} onClosed={loaded.reload} />
              ))}
            </>
          }
        />
      )}
    </LoadedPart>
  );
};

const RoundCard = (props: { round: WireRound; onChange: () => void; onClosed: () => Promise<void> }): ReactNode => {
  const { round } = props;
  const { desk } = usePane();
  const title = desk.instruments.find(round.instrument)?.title ?? round.instrument;
  return (
    <Panel title={round.title} accent={round.open}>
      <Row>
        <Badge appearance="tint" color={round.open ? 'brand' : 'subtle'}>
          {round.open ? 'Open' : 'Not open'}
        </Badge>
        <Quiet>{deadlineWords(round, desk.now())}</Quiet>
      </Row>
      <More summary="What it asks">
        <Facts facts={roundFacts(round, title)} />
      </More>
      <Row>
        <Button aria-label={`Change: ${round.title}`} onClick={props.onChange}>
          Change…
        </Button>
        {round.open ? <CloseRound round={round} onClosed={props.onClosed} /> : null}
      </Row>
    </Panel>
  );
};
