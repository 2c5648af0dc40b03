import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { WireRound } from '#wire/shapes.ts';
import { ChoiceField } from '../../../components/ChoiceField.tsx';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { useRounds } from '../use-rounds.ts';
import { RoundProgress } from './RoundProgress.tsx';

/** How far everybody is with a round; with no round yet, what to do first. */
export const ProgressPart = (props: { onRounds: () => void; onSchools: () => void }): ReactNode => (
  <LoadedPart loaded={useRounds()} waiting="Looking up the rounds…">
    {(rounds) =>
      rounds.length === 0 ? (
        <Panel title="There is no round yet" accent>
          <Plain>
            A round is what schools are asked to return, from a day on. Bring in the schools first, then make a round.
          </Plain>
          <Row>
            <Button onClick={props.onSchools}>Schools</Button>
            <Button onClick={props.onRounds}>Rounds</Button>
          </Row>
        </Panel>
      ) : (
        <OfRound rounds={rounds} onSchools={props.onSchools} />
      )
    }
  </LoadedPart>
);

const OfRound = (props: { rounds: readonly WireRound[]; onSchools: () => void }): ReactNode => {
  const { rounds } = props;
  const [chosen, setChosen] = useState(rounds[0]?.id ?? '');
  return (
    <RoundProgress key={chosen} round={chosen} onSchools={props.onSchools}>
      <ChoiceField
        label="Round"
        options={rounds.map(({ id, title, open }) => ({ value: id, label: open ? title : `${title} (not open)` }))}
        chosen={chosen}
        onChoose={setChosen}
      />
    </RoundProgress>
  );
};
