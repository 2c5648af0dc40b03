import type { ReactNode } from 'react';
import type { WirePerson, WireReturnLine, WireRound } from '#wire/shapes.ts';
import type { FoundReturns } from '#flows/find-returns.ts';
import { nextForReader, stateWords } from '../../messages/state-words.ts';
import { ReturnCard } from '../home/ReturnCard.tsx';
import { deleteCopyFirst, placeOf } from '../home/use-home.ts';
import { useOpen } from '../home/use-open.ts';

/** One return in the list of somebody who reads it. */
export const ReturnLineCard = (props: {
  line: WireReturnLine;
  round: WireRound | undefined;
  role: WirePerson['role'];
  found: FoundReturns;
}): ReactNode => {
  const { line, round, role, found } = props;
  const twice = placeOf(found, line.round, line.owner) === 'twice';
  const open = useOpen();
  return (
    <ReturnCard
      title={line.ownerName}
      detail={role === 'mentor' ? (round?.title ?? line.round) : ''}
      line={line}
      stateText={stateWords(line, false, role)}
      next={twice ? deleteCopyFirst : nextForReader(line, role)}
      button={line.revision > 0 && round && !twice ? 'Open' : undefined}
      primary={role === 'mentor' && line.turn === 'mentor'}
      open={{ ...open, run: async () => (round ? open.run(line, round) : undefined) }}
    />
  );
};
