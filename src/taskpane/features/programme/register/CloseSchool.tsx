import { useState, type ReactNode } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import { londonDayOf } from '#core/returns/london-day.ts';
import type { SchoolAnswer, WireSchool } from '#wire/register.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { Confirm } from '../../../components/Confirm.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Plain } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { usePane } from '../../../state/PaneContext.tsx';
import { useChangeSchool } from './use-change-school.ts';

/** Closes a school before the government's list does, or opens one again that was closed by mistake. */
export const CloseSchool = (props: { school: WireSchool; onChanged: (answer: SchoolAnswer) => void }): ReactNode => {
  const { school, onChanged } = props;
  const { desk } = usePane();
  const [asking, setAsking] = useState(false);
  const [closed, setClosed] = useState(() => londonDayOf(desk.now()));
  const change = useChangeSchool(school.urn, (answer) => {
    setAsking(false);
    onChanged(answer);
  });
  const close = (): void =>
    void change.run(
      { status: 'closed', closed: /^\d{4}-\d\d-\d\d$/.test(closed) ? closed : null },
      { title: `${school.name} is closed.`, todo: 'It stays in the register, and what it returned stays.' },
    );
  const reopen = (): void =>
    void change.run({ status: 'open', closed: null }, { title: `${school.name} is open again.`, todo: '' });
  return (
    <>
      {asking ? (
        <Confirm
          question={`Close ${school.name}?`}
          yes="Close"
          busyText="Closing…"
          busy={change.busy}
          no="Not now"
          onYes={close}
          onNo={() => setAsking(false)}
        >
          <Plain>
            It stays in the register as closed, and what it returned stays. Whether it takes part is another matter:
            withdraw it above. The government’s list says what it says again when you import it.
          </Plain>
          <Field label="Its last day">
            <Input type="date" value={closed} onChange={(_event, { value }) => setClosed(value)} />
          </Field>
        </Confirm>
      ) : (
        <Row>
          {school.status === 'closed' ? (
            <ActionButton busy={change.busy} busyText="Opening…" onClick={reopen}>
              It is open after all
            </ActionButton>
          ) : (
            <Button onClick={() => setAsking(true)}>Close this school…</Button>
          )}
        </Row>
      )}
      <Outcome note={change.note} onDismiss={change.clear} />
    </>
  );
};
