import type { ReactNode } from 'react';
import type { WirePerson, WireReturnLine, WireRound } from '#wire/shapes.ts';
import { Plain } from '../../components/Quiet.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { deadlineWords, nextForSchool, stateWords } from '../../messages/state-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { FoundProblems } from '../home/FoundProblems.tsx';
import { ReturnCard } from '../home/ReturnCard.tsx';
import { useOpen } from '../home/use-open.ts';
import { deleteCopyFirst, openFirst, placeOf, type Home } from '../home/use-home.ts';

/** A school's first screen: its returns, the open rounds first, each with what to do next. */
export const RoundsScreen = (props: { home: Home; person: WirePerson }): ReactNode => {
  const { home, person } = props;
  const { desk } = usePane();
  const owner = person.owner ?? '';
  const rounds = openFirst(
    home.rounds.filter((round) => (desk.instruments.find(round.instrument)?.owner ?? person.role) === person.role),
  );
  const lineOf = (round: WireRound): WireReturnLine =>
    home.lines.find((line) => line.round === round.id && line.owner === owner) ?? notStarted(round, person);
  return (
    <>
      <ScreenHeading>Your returns</ScreenHeading>
      <FoundProblems found={home.found} />
      {rounds.length === 0 ? (
        <Plain>No round is open for your school just now. The project team will write to you when one is.</Plain>
      ) : null}
      {rounds.map((round) => (
        <RoundCard key={round.id} round={round} line={lineOf(round)} place={placeOf(home.found, round.id, owner)} />
      ))}
    </>
  );
};

const notStarted = (round: WireRound, person: WirePerson): WireReturnLine => ({
  round: round.id,
  owner: person.owner ?? '',
  ownerName: person.name,
  state: 'not-started',
  revision: 0,
  openQuestions: 0,
  turn: 'school',
});

const RoundCard = (props: {
  round: WireRound;
  line: WireReturnLine;
  place: ReturnType<typeof placeOf>;
}): ReactNode => {
  const { round, line, place } = props;
  const { desk } = usePane();
  const open = useOpen();
  const here = place !== 'absent';
  const started = here || line.revision > 0;
  const toOpen = place !== 'twice' && (started || round.open);
  return (
    <ReturnCard
      title={round.title}
      detail={deadlineWords(round, desk.now())}
      line={line}
      stateText={stateWords(line, here, 'school')}
      next={place === 'twice' ? deleteCopyFirst : nextForSchool(line, round, here)}
      button={
        !toOpen ? undefined : here ? (line.state === 'not-started' ? 'Continue' : 'Open') : 'Add to this workbook'
      }
      primary={round.open && line.turn === 'school'}
      open={{ ...open, run: () => open.run(line, round) }}
    />
  );
};
