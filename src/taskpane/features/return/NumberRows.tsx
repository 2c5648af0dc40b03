import type { ReactNode } from 'react';
import { ok } from '#core/result.ts';
import { numberRows } from '#flows/number-rows.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Message, Outcome } from '../../components/Message.tsx';
import { count } from '#core/words/count-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';

/** Filled rows of an open table that have no number of their own, and the button that gives them one. */
export const NumberRows = (props: { rows: number }): ReactNode => {
  const { desk } = usePane();
  const { open, recheck } = useReturnAtHand();
  const { one, many } = open.instrument.rows.noun;
  const number = useAction(async () => {
    const numbered = await numberRows(desk, open);
    if (!numbered.ok) return numbered;
    await recheck();
    return ok({ intent: 'success' as const, title: `${count(numbered.value, 'row')} numbered.`, todo: '' });
  });
  return (
    <>
      {props.rows > 0 ? (
        <Message
          intent="warning"
          title={`${count(props.rows, one, many)} ${props.rows === 1 ? 'has' : 'have'} no number of ${props.rows === 1 ? 'its' : 'their'} own.`}
          actions={
            <ActionButton small busy={number.busy} busyText="Numbering…" onClick={() => void number.run()}>
              Number the rows
            </ActionButton>
          }
        >
          Each row keeps its number wherever it is moved. Without one it cannot be submitted.
        </Message>
      ) : null}
      <Outcome note={number.note} onDismiss={number.clear} />
    </>
  );
};
