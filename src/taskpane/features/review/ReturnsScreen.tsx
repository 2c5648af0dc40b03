import type { ReactNode } from 'react';
import type { WirePerson, WireReturnLine, WireRound } from '#wire/shapes.ts';
import { PartHeading } from '../../components/PartHeading.tsx';
import { Plain } from '../../components/Quiet.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { FoundProblems } from '../home/FoundProblems.tsx';
import type { Home } from '../home/use-home.ts';
import { OwnPart } from '../rounds/OwnPart.tsx';
import { ReturnLineCard } from './ReturnLineCard.tsx';

const turns = [
  { turn: 'mentor', title: 'Your turn' },
  { turn: 'school', title: 'The school’s turn' },
  { turn: 'nobody', title: 'Accepted' },
] as const;

/** A mentor's first screen: every return of her schools in one list that says whose turn it is, and her own. */
export const ReturnsScreen = (props: { home: Home; person: WirePerson }): ReactNode => {
  const { home, person } = props;
  const theirs = home.lines.filter(({ owner }) => owner !== person.owner);
  return (
    <>
      <ScreenHeading>Your schools</ScreenHeading>
      <FoundProblems found={home.found} />
      {theirs.length === 0 ? (
        <Plain>No school is entrusted to you yet. Ask the project team if that is not right.</Plain>
      ) : null}
      {turns.map(({ turn, title }) => (
        <Turn
          key={turn}
          title={title}
          lines={theirs.filter((line) => line.turn === turn)}
          rounds={home.rounds}
          found={home.found}
        />
      ))}
      <OwnPart title="Your own returns" home={home} person={person} />
    </>
  );
};

const Turn = (props: {
  title: string;
  lines: readonly WireReturnLine[];
  rounds: readonly WireRound[];
  found: Home['found'];
}): ReactNode => {
  const { title, lines, rounds, found } = props;
  if (lines.length === 0) return null;
  return (
    <>
      <PartHeading>{`${title} (${lines.length})`}</PartHeading>
      {lines.map((line) => (
        <ReturnLineCard
          key={`${line.round}/${line.owner}`}
          line={line}
          round={rounds.find(({ id }) => id === line.round)}
          role="mentor"
          found={found}
        />
      ))}
    </>
  );
};
