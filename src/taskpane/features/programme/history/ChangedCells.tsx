import { useEffect, useRef, type ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { DifferencesAnswer } from '#wire/moves.ts';
import { WindowedList } from '../../../components/WindowedList.tsx';
import { count } from '#core/words/count-words.ts';
import { placeWords, valueWords } from '../../../messages/place-words.ts';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold, outlineStyle: 'none' },
  cell: { padding: `${tokens.spacingVerticalXS} 0` },
  place: { fontWeight: tokens.fontWeightSemibold },
  name: { color: tokens.colorNeutralForeground2 },
});

/** The cells in which two revisions differ, each with both values. */
export const ChangedCells = (props: {
  shown: DifferencesAnswer & { readonly instrument: Instrument };
}): ReactNode => {
  const styles = useStyles();
  const { from, to, differing, instrument } = props.shown;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [props.shown]);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        {differing.length === 0
          ? `Revisions ${from} and ${to} hold the same answers.`
          : `${count(differing.length, 'cell')} changed from revision ${from} to ${to}`}
      </h3>
      <WindowedList label="Changed cells" items={differing} keyOf={({ row, field }) => JSON.stringify([row, field])}>
        {(cell) => (
          <div className={styles.cell}>
            <div className={styles.place}>{placeWords(instrument, cell.row, cell.field)}</div>
            <div>
              <span className={styles.name}>{`Revision ${from}: `}</span>
              {valueWords(cell.from)}
            </div>
            <div>
              <span className={styles.name}>{`Revision ${to}: `}</span>
              {valueWords(cell.to)}
            </div>
          </div>
        )}
      </WindowedList>
    </>
  );
};
