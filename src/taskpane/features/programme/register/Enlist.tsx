import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { SchoolAnswer, WireSchool } from '#wire/register.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { Confirm } from '../../../components/Confirm.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { useChangeSchool } from './use-change-school.ts';

/** Takes a school into the programme, or out of it after asking once more. */
export const Enlist = (props: { school: WireSchool; onChanged: (answer: SchoolAnswer) => void }): ReactNode => {
  const { school, onChanged } = props;
  const [asking, setAsking] = useState(false);
  const change = useChangeSchool(school.urn, (answer) => {
    setAsking(false);
    onChanged(answer);
  });
  const enlist = (): void =>
    void change.run(
      { enlisted: true },
      {
        title: `${school.name} is enlisted.`,
        todo: 'Give it a mentor, and somebody of it an access code under People.',
      },
    );
  const withdraw = (): void =>
    void change.run({ enlisted: false }, { title: `${school.name} does not take part any more.`, todo: '' });
  return (
    <Panel title="Taking part" accent={!school.enlisted}>
      {asking ? (
        <Confirm
          question={`Withdraw ${school.name} from the programme?`}
          yes="Withdraw"
          busyText="Withdrawing…"
          busy={change.busy}
          no="Not now"
          onYes={withdraw}
          onNo={() => setAsking(false)}
        >
          <Plain>
            It is asked for nothing any more and leaves the chase lists. What it returned stays. You can enlist it
            again.
          </Plain>
        </Confirm>
      ) : (
        <>
          <Quiet>
            {school.enlisted ? 'It takes part in the programme.' : 'It does not take part in the programme.'}
          </Quiet>
          <Row>
            {school.enlisted ? (
              <Button onClick={() => setAsking(true)}>Withdraw from the programme…</Button>
            ) : (
              <ActionButton primary busy={change.busy} busyText="Enlisting…" onClick={enlist}>
                Enlist
              </ActionButton>
            )}
          </Row>
        </>
      )}
      <Outcome note={change.note} onDismiss={change.clear} />
    </Panel>
  );
};
