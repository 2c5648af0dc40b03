import { useState, type ReactNode } from 'react';
import { asAtFault } from '../messages/as-at-words.ts';
import { usePane } from '../state/PaneContext.tsx';
import { ActionButton } from './ActionButton.tsx';
import { AsAtField } from './AsAtField.tsx';
import { More } from './More.tsx';
import { Row } from './Row.tsx';

/** The way to a day in the past, folded away since most people never take it; `onDay` is given a day that is over. */
export const PastDay = (props: {
  /** What the button does with that day. */
  children: string;
  busyText: string;
  busy: boolean;
  label?: string;
  onDay: (day: string) => void;
}): ReactNode => {
  const { desk } = usePane();
  const [day, setDay] = useState('');
  const [pressed, setPressed] = useState(false);
  const send = (): void => {
    setPressed(true);
    if (day !== '' && asAtFault(day, desk.now()) === undefined) props.onDay(day);
  };
  return (
    <More summary="As at a day in the past">
      <form
        noValidate
        style={{ display: 'contents' }}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <AsAtField
          day={day}
          onDay={setDay}
          hint="As it was when that day was over in London."
          fault={pressed && day === '' ? 'Please choose a day first.' : undefined}
        />
        <Row>
          <ActionButton
            submit
            busy={props.busy}
            busyText={props.busyText}
            {...(props.label === undefined ? {} : { label: props.label })}
          >
            {props.children}
          </ActionButton>
        </Row>
      </form>
    </More>
  );
};
