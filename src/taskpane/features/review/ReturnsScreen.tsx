import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { WirePerson, WireReturnLine, WireRound } from '#wire/shapes.ts';
import { Plain } from '../../components/Quiet.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { usePane } from '../../state/PaneContext.tsx';
import { FoundProblems } from '../home/FoundProblems.tsx';
import type { Home } from '../home/use-home.ts';
import { OwnReturns, ownRounds } from '../rounds/OwnReturns.tsx';
import { ReturnLineCard } from './ReturnLineCard.tsx';

const turns = [
  { turn: 'mentor', title: 'Your turn' },
  { turn: 'school', title: 'The school’s turn' },
  { turn: 'nobody', title: 'Accepted' },
] as const;

const useStyles = makeStyles({
  heading: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** A mentor's first screen: every return of her schools in one list that says whose turn it is, and her own. */
export const ReturnsScreen = (props: { home: Home; person: WirePerson }): ReactNode => {
  const styles = useStyles();
  const { home, person } = props;
  const { desk } = usePane();
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
      {ownRounds(home, person, desk.instruments).length === 0 ? null : (
        <>
          <h2 className={styles.heading}>Your own returns</h2>
          <OwnReturns home={home} person={person} />
        </>
      )}
    </>
  );
};

const Turn = (props: {
  title: string;
  lines: readonly WireReturnLine[];
  rounds: readonly WireRound[];
  found: Home['found'];
}): ReactNode => {
  const styles = useStyles();
  const { title, lines, rounds, found } = props;
  if (lines.length === 0) return null;
  return (
    <>
      <h2 className={styles.heading}>{`${title} (${lines.length})`}</h2>
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
