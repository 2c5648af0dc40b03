import { useState, type ReactNode } from 'react';
import type { WireRound } from '#wire/shapes.ts';
import { ChoiceField } from '../../../components/ChoiceField.tsx';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Plain } from '../../../components/Quiet.tsx';
import { useRounds } from '../use-rounds.ts';
import { RoundFigures } from './RoundFigures.tsx';

/** What a round comes to, and which returns are behind each figure. */
export const FiguresPart = (): ReactNode => (
  <LoadedPart loaded={useRounds()} waiting="Looking up the rounds…">
    {(rounds) =>
      rounds.length === 0 ? (
        <Plain>There is no round yet. Make one under Rounds; its figures are here once returns are accepted.</Plain>
      ) : (
        <OfRound rounds={rounds} />
      )
    }
  </LoadedPart>
);

const OfRound = ({ rounds }: { rounds: readonly WireRound[] }): ReactNode => {
  const [chosen, setChosen] = useState(rounds[0]);
  if (!chosen) return null;
  return (
    <RoundFigures key={chosen.id} round={chosen}>
      <ChoiceField
        label="Round"
        options={rounds.map(({ id, title, open }) => ({ value: id, label: open ? title : `${title} (not open)` }))}
        chosen={chosen.id}
        onChoose={(round) => setChosen(rounds.find(({ id }) => id === round))}
      />
    </RoundFigures>
  );
};
