import type { ReactNode } from 'react';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Message, Outcome } from '../../components/Message.tsx';
import { count } from '#core/words/count-words.ts';
import { moment } from '#core/words/date-words.ts';
import { useOutbox } from '../../state/use-outbox.ts';

/** Submissions that wait in this workbook, on every screen until they are sent. */
export const OutboxBanner = (): ReactNode => {
  const { waiting, send } = useOutbox();
  const [first] = waiting;
  return (
    <>
      {first ? (
        <Message
          intent="warning"
          title={`${count(waiting.length, 'submission')} waiting to be sent.`}
          actions={
            <ActionButton small busy={send.busy} busyText="Sending…" onClick={() => void send.run()}>
              Send now
            </ActionButton>
          }
        >
          {`Pressed on ${moment(first.at)}. It is kept in this workbook and goes out once the server can be reached. Save the workbook.`}
        </Message>
      ) : null}
      <Outcome note={send.note} onDismiss={send.clear} />
    </>
  );
};
