import type { ReactNode } from 'react';
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { CellDifference } from '#core/returns/difference.ts';
import { Outcome } from '../../components/Message.tsx';
import { placeWords, valueWords } from '../../messages/place-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useGoTo } from '../../state/use-go-to.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  name: { color: tokens.colorNeutralForeground2 },
});

/** The cells in which this workbook and the server differ, each with both values and a way to the cell. */
export const DifferenceList = (props: { differing: readonly CellDifference[] }): ReactNode => {
  const styles = useStyles();
  const { open } = useReturnAtHand();
  const goTo = useGoTo();
  return (
    <>
      <Outcome note={goTo.note} onDismiss={goTo.clear} />
      <ul className={styles.list}>
        {props.differing.map(({ row, field, theirs, mine }) => (
          <li key={JSON.stringify([row, field])} className={styles.item}>
            <Link as="button" onClick={() => void goTo.run(row, field)}>
              {placeWords(open.instrument, row, field)}
            </Link>
            <div>
              <span className={styles.name}>On the server: </span>
              {valueWords(theirs)}
            </div>
            <div>
              <span className={styles.name}>In this workbook: </span>
              {valueWords(mine)}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
};
