import type { ReactNode } from 'react';
import { Field, ProgressBar, makeStyles } from '@fluentui/react-components';
import { Plain } from '../../components/Quiet.tsx';
import { count } from '#core/words/count-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';

const useStyles = makeStyles({
  // With forced colours the empty part is painted like the full one: nothing answered would look like everything.
  bar: {
    '@media screen and (forced-colors: active)': { backgroundColor: 'Canvas', outline: '1px solid CanvasText' },
  },
});

/** How much is answered. */
export const Progress = (): ReactNode => {
  const styles = useStyles();
  const { open, checked } = useReturnAtHand();
  const { noun } = open.instrument.rows;
  if (open.instrument.rows.kind === 'open')
    return <Plain>{`${count(checked.rowsAnswered, noun.one, noun.many)} entered`}</Plain>;
  const text = `${checked.rowsAnswered} of ${checked.rows} ${noun.many} answered`;
  return (
    <Field validationMessage={text} validationState="none">
      <ProgressBar
        className={styles.bar}
        aria-label="Answered"
        aria-valuetext={text}
        value={checked.rowsAnswered}
        max={Math.max(1, checked.rows)}
        thickness="large"
        color={checked.rowsAnswered === checked.rows ? 'success' : 'brand'}
      />
    </Field>
  );
};
