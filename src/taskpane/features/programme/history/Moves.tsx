import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { WireMove } from '#wire/moves.ts';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { byWords, moveWords } from '../../../messages/history-words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  move: {
    listStyleType: 'none',
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  what: { fontWeight: tokens.fontWeightSemibold },
});

/** The moves of a return, the latest first. */
export const Moves = (props: { moves: readonly WireMove[] }): ReactNode => {
  const styles = useStyles();
  return (
    <ol className={styles.list} reversed>
      {[...props.moves].reverse().map((move) => (
        <li key={move.number} className={styles.move}>
          <span className={styles.what}>{moveWords(move)}</span>
          <Quiet>{byWords(move)}</Quiet>
          {move.reason === undefined ? null : <Plain>{`“${move.reason}”`}</Plain>}
        </li>
      ))}
    </ol>
  );
};
