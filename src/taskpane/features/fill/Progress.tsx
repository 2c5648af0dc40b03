import type { ReactNode } from 'react';
import { Field, ProgressBar } from '@fluentui/react-components';
import { Plain } from '../../components/Quiet.tsx';
import { count } from '../../messages/count-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';

/** How much is answered. */
export const Progress = (): ReactNode => {
  const { open, checked } = useReturnAtHand();
  const { noun } = open.instrument.rows;
  if (open.instrument.rows.kind === 'open')
    return <Plain>{`${count(checked.rowsAnswered, noun.one, noun.many)} entered`}</Plain>;
  const text = `${checked.rowsAnswered} of ${checked.rows} ${noun.many} answered`;
  return (
    <Field validationMessage={text} validationState="none">
      <ProgressBar
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
