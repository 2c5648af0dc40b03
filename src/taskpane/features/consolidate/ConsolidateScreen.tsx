import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { isReturned } from '#core/returns/states.ts';
import { ok } from '#core/result.ts';
import type { WirePerson, WireReturnLine, WireRound } from '#wire/shapes.ts';
import { consolidateRound } from '#flows/consolidate.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Facts } from '../../components/Facts.tsx';
import { Outcome } from '../../components/Message.tsx';
import { More } from '../../components/More.tsx';
import { Panel } from '../../components/Panel.tsx';
import { PastDay } from '../../components/PastDay.tsx';
import { Plain, Quiet } from '../../components/Quiet.tsx';
import { Row } from '../../components/Row.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { WindowedList } from '../../components/WindowedList.tsx';
import { figure } from '#core/words/count-words.ts';
import { consolidatedWords } from '../../messages/consolidated-words.ts';
import { deadlineWords } from '../../messages/state-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useAction } from '../../state/use-action.ts';
import { openFirst, type Home } from '../home/use-home.ts';
import { FoundProblems } from '../home/FoundProblems.tsx';
import { ReturnLineCard } from '../review/ReturnLineCard.tsx';
import { OwnPart } from '../rounds/OwnPart.tsx';

/** The project team's first screen: every round with how many came in, the button to its master sheet, and its own returns. */
export const ConsolidateScreen = (props: { home: Home; person: WirePerson }): ReactNode => (
  <>
    <ScreenHeading>Rounds</ScreenHeading>
    <ProgrammeWay />
    <FoundProblems found={props.home.found} />
    {props.home.rounds.length === 0 ? (
      <Plain>There is no round yet. Open the programme to bring in schools and to make one.</Plain>
    ) : null}
    {openFirst(props.home.rounds).map((round) => (
      <RoundPanel
        key={round.id}
        round={round}
        found={props.home.found}
        lines={props.home.lines.filter((line) => line.round === round.id)}
        own={props.person.owner}
      />
    ))}
    <OwnPart title="The programme’s own returns" home={props.home} person={props.person} />
  </>
);

/** The way to where the programme is run. */
const ProgrammeWay = (): ReactNode => {
  const { dispatch } = usePane();
  return (
    <Panel title="Programme">
      <Quiet>How far everybody is, which schools are behind a figure, rounds, people and their access codes.</Quiet>
      <Row>
        <Button onClick={() => dispatch({ kind: 'went-to-programme' })}>Open the programme</Button>
      </Row>
    </Panel>
  );
};

const RoundPanel = (props: {
  round: WireRound;
  lines: readonly WireReturnLine[];
  found: Home['found'];
  /** The programme as an owner: its own returns have cards of their own. */
  own: string | undefined;
}): ReactNode => {
  const { round, lines, found } = props;
  const others = lines.filter(({ owner }) => owner !== props.own);
  const { desk } = usePane();
  const returned = lines.filter(({ state }) => isReturned(state));
  const accepted = lines.filter((line) => line.accepted !== undefined);
  const consolidate = useAction(async (asAt?: string) => {
    const result = await consolidateRound(desk, round, asAt === undefined ? {} : { asAt });
    return result.ok ? ok(consolidatedWords(round, result.value)) : result;
  });
  return (
    <Panel title={round.title} accent={round.open}>
      <Quiet>{deadlineWords(round, desk.now())}</Quiet>
      <Facts
        facts={[
          ['Enlisted', lines.length],
          ['Returned', returned.length],
          ['Accepted', accepted.length],
          ['Mentor’s turn', lines.filter(({ turn }) => turn === 'mentor').length],
        ]}
      />
      <Row>
        <ActionButton
          primary={round.open}
          busy={consolidate.busy}
          busyText="Consolidating…"
          label={`Consolidate: ${round.title}`}
          onClick={() => void consolidate.run()}
        >
          Consolidate
        </ActionButton>
      </Row>
      <Outcome note={consolidate.note} onDismiss={consolidate.clear} />
      <PastDay
        busy={consolidate.busy}
        busyText="Consolidating…"
        label={`Consolidate as at that day: ${round.title}`}
        onDay={(day) => void consolidate.run(day)}
      >
        Consolidate as at that day
      </PastDay>
      {others.length === 0 ? null : (
        <More long summary={`All returns (${figure(others.length)})`}>
          <WindowedList label={`All returns: ${round.title}`} items={others} keyOf={({ owner }) => owner} cards>
            {(line) => <ReturnLineCard line={line} round={round} role="project-team" found={found} />}
          </WindowedList>
        </More>
      )}
    </Panel>
  );
};
