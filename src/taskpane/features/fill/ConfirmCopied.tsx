import type { ReactNode } from 'react';
import type { RowKey } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import { confirmCopied } from '#flows/confirm-copied.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Message, Outcome } from '../../components/Message.tsx';
import { count } from '#core/words/count-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction, type Action } from '../../state/use-action.ts';

/** Answers copied from an earlier round: how many rows want confirming, and the buttons that show and confirm them. */
export const ConfirmCopied = (props: { next: Action<[]> }): ReactNode => {
  const { next } = props;
  const { desk } = usePane();
  const { open, cell, unconfirmed, recheck } = useReturnAtHand();
  const confirm = useAction(async (rows?: readonly RowKey[]) => {
    const checked = await recheck();
    if (!checked.ok) return checked;
    const confirmed = await confirmCopied(desk, open, checked.value, rows);
    if (!confirmed.ok) return confirmed;
    await recheck();
    return ok({ intent: 'success' as const, title: `${count(confirmed.value, 'row')} confirmed.`, todo: '' });
  });
  const row = unconfirmed.find((key) => key === cell?.row);
  const busy = { busy: confirm.busy, busyText: 'Confirming…', small: true } as const;
  return (
    <>
      {unconfirmed.length === 0 ? null : (
        <Message
          intent="info"
          title={`${count(unconfirmed.length, 'row')} to confirm.`}
          actions={
            <>
              {row === undefined ? null : (
                <ActionButton {...busy} onClick={() => void confirm.run([row])}>
                  Confirm this row
                </ActionButton>
              )}
              {unconfirmed.some((key) => key !== row) ? (
                <ActionButton small busy={next.busy} busyText="Looking…" onClick={() => void next.run()}>
                  Show next row
                </ActionButton>
              ) : null}
              <ActionButton {...busy} onClick={() => void confirm.run()}>
                Confirm all
              </ActionButton>
            </>
          }
        >
          These answers are copied from an earlier round. Change what is different now, and confirm what still holds.
        </Message>
      )}
      <Outcome note={confirm.note} onDismiss={confirm.clear} />
      <Outcome note={next.note} onDismiss={next.clear} />
    </>
  );
};
