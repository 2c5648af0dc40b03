import type { ReactNode } from 'react';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Message, Outcome } from '../../components/Message.tsx';
import { useUndo } from '../../state/UndoContext.tsx';

/** What the pane did last to the cells, and the button that takes it back. */
export const UndoBar = (): ReactNode => {
  const { last, undo } = useUndo();
  return (
    <>
      {last ? (
        <Message
          intent="info"
          title={`Done: ${last.what}.`}
          actions={
            <ActionButton small busy={undo.busy} busyText="Taking back…" onClick={() => void undo.run()}>
              Undo
            </ActionButton>
          }
        />
      ) : null}
      <Outcome note={undo.note} onDismiss={undo.clear} />
    </>
  );
};
