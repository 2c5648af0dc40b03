import type { ReactNode } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { lastDayOver } from '#core/returns/london-day.ts';
import { asAtFault } from '../messages/as-at-words.ts';
import { usePane } from '../state/PaneContext.tsx';

/** A day in the past to be told of, or blank; one that is not over yet is said to be wrong as soon as it stands there. */
export const AsAtField = (props: {
  day: string;
  onDay: (day: string) => void;
  hint: string;
  /** What else is wrong with it. */
  fault?: string | undefined;
}): ReactNode => {
  const now = usePane().desk.now();
  const fault = props.fault ?? asAtFault(props.day, now);
  return (
    <Field
      label="As at"
      hint={props.hint}
      {...(fault === undefined ? {} : { validationMessage: fault, validationState: 'error' as const })}
    >
      <Input
        type="date"
        max={lastDayOver(now)}
        value={props.day}
        onChange={(_event, { value }) => props.onDay(value)}
      />
    </Field>
  );
};
