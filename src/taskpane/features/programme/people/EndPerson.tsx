import { useRef, useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { WireMember } from '#wire/people.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { Confirm } from '../../../components/Confirm.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';

/** Signs somebody out everywhere, or ends her for good after asking once more. */
export const EndPerson = (props: { member: WireMember; onChanged: (member: WireMember) => void }): ReactNode => {
  const { member, onChanged } = props;
  const { desk } = usePane();
  const [asking, setAsking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const signOut = useAction(async () => {
    const done = fromApi(await desk.api.programme.endSessions(member.id));
    if (!done.ok) return done;
    onChanged(done.value);
    return ok({
      intent: 'success' as const,
      title: `${member.name} is signed out everywhere.`,
      todo: 'The access codes still let in. Revoke one that got lost.',
    });
  });
  const end = useAction(async () => {
    const done = fromApi(await desk.api.programme.endPerson(member.id));
    if (!done.ok) return done;
    onChanged(done.value);
    return ok(undefined);
  });
  const close = (): void => {
    setAsking(false);
    setTimeout(() => place.current?.querySelector<HTMLButtonElement>('[data-end]')?.focus());
  };
  return (
    <Panel title="When something is wrong">
      <Quiet>
        Signing out everywhere helps when a computer got lost. End somebody who has nothing to do with the programme
        any more.
      </Quiet>
      {asking ? (
        <Confirm
          question={`End ${member.name}?`}
          yes="End"
          busyText="Ending…"
          busy={end.busy}
          no="Not now"
          onYes={() => void end.run()}
          onNo={close}
        >
          <Plain>
            All their codes are void and they are signed out at once. What they did stays. This cannot be taken back;
            should they come back, add them again.
          </Plain>
        </Confirm>
      ) : (
        <div ref={place}>
          <Row>
            <ActionButton busy={signOut.busy} busyText="Signing out…" onClick={() => void signOut.run()}>
              Sign out everywhere
            </ActionButton>
            <Button data-end="" onClick={() => setAsking(true)}>
              End this person…
            </Button>
          </Row>
        </div>
      )}
      <Outcome note={signOut.note} onDismiss={signOut.clear} />
      <Outcome note={end.note} onDismiss={end.clear} />
    </Panel>
  );
};
