import type { ReactNode } from 'react';
import { takingOf } from '#core/returns/taking.ts';
import type { InstrumentShelf } from '#flows/instrument-shelf.ts';
import type { WirePerson, WireReturnLine, WireRound } from '#wire/shapes.ts';
import { deadlineWords, nextForOwner, stateWords } from '../../messages/state-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { ReturnCard } from '../home/ReturnCard.tsx';
import { useOpen } from '../home/use-open.ts';
import { deleteCopyFirst, openFirst, placeOf, type Home } from '../home/use-home.ts';

/** The returns that a person fills in herself, the open rounds first, each with what to do next. */
export const OwnReturns = (props: { home: Home; person: WirePerson }): ReactNode => {
  const { home, person } = props;
  const { desk } = usePane();
  const owner = person.owner ?? '';
  const lineOf = (round: WireRound): WireReturnLine =>
    home.lines.find((line) => line.round === round.id && line.owner === owner) ?? notStarted(round, person);
  return ownRounds(home, person, desk.instruments).map((round) => (
    <RoundCard
      key={round.id}
      round={round}
      line={lineOf(round)}
      role={person.role}
      place={placeOf(home.found, round.id, owner)}
    />
  ));
};

/** The rounds in which a person has a return of her own; in those of an instrument that is not known, schools have. */
export const ownRounds = (
  home: Home,
  { role, owner }: Pick<WirePerson, 'role' | 'owner'>,
  instruments: Pick<InstrumentShelf, 'find'>,
): readonly WireRound[] => {
  const kind = role === 'project-team' ? 'programme' : role;
  const isOurs = ({ instrument }: WireRound) => (instruments.find(instrument)?.owner ?? 'school') === kind;
  return owner === undefined ? [] : openFirst(home.rounds.filter(isOurs));
};

const notStarted = (round: WireRound, person: WirePerson): WireReturnLine => ({
  round: round.id,
  owner: person.owner ?? '',
  ownerName: person.name,
  state: 'not-started',
  revision: 0,
  openQuestions: 0,
  reopened: false,
  turn: 'school',
});

const RoundCard = (props: {
  round: WireRound;
  line: WireReturnLine;
  role: WirePerson['role'];
  place: ReturnType<typeof placeOf>;
}): ReactNode => {
  const { round, line, role, place } = props;
  const { desk } = usePane();
  const open = useOpen();
  const here = place !== 'absent';
  const started = here || line.revision > 0;
  const taken = takingOf(round, line, desk.now()) !== 'closed';
  const toOpen = place !== 'twice' && (started || taken);
  return (
    <ReturnCard
      title={round.title}
      detail={deadlineWords(round, desk.now())}
      line={line}
      stateText={stateWords(line, here, role, true)}
      next={place === 'twice' ? deleteCopyFirst : nextForOwner(line, round, here, desk.now(), role)}
      button={!toOpen ? undefined : here ? (line.revision === 0 ? 'Continue' : 'Open') : 'Add to this workbook'}
      primary={taken && line.turn === 'school'}
      open={{ ...open, run: () => open.run(line, round) }}
    />
  );
};
