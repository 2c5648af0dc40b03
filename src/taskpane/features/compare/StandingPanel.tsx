import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ok } from '#core/result.ts';
import { mergeWithServer } from '#flows/merge-with-server.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Message, Outcome } from '../../components/Message.tsx';
import { More } from '../../components/More.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { count } from '../../messages/count-words.ts';
import { failureWords } from '../../messages/failure-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';
import type { PendingMerge } from '../conflict/pending-merge.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { standingWords } from './standing-words.ts';

/** How the workbook stands against the server, with the cells that differ and the way to put two workbooks together. */
export const StandingPanel = (props: { onMerge: (merge: PendingMerge) => void }): ReactNode => {
  const { desk } = usePane();
  const { open, standing, serverFailure, refresh, recheck } = useReturnAtHand();
  const compare = useAction(async () => {
    const checked = await recheck();
    if (!checked.ok) return checked;
    const merged = await mergeWithServer(desk, open, checked.value);
    if (!merged.ok) return merged;
    props.onMerge(merged.value);
    return ok(undefined);
  });
  const ask = useAction(async () => {
    const result = await refresh();
    return result.ok ? ok(undefined) : result;
  });
  if (!standing) {
    return serverFailure ? (
      <Message
        intent="warning"
        title={failureWords(serverFailure).title}
        actions={
          <ActionButton busy={ask.busy} busyText="Asking…" onClick={() => void ask.run()}>
            Ask again
          </ActionButton>
        }
      >
        {failureWords(serverFailure).todo}
      </Message>
    ) : (
      <Waiting>Asking the server what it holds…</Waiting>
    );
  }
  const words = standingWords(standing);
  const toMerge = standing.newerOnServer && !standing.sameAsServer;
  return (
    <>
      <Message
        intent={words.intent}
        title={words.title}
        {...(toMerge
          ? {
              actions: (
                <ActionButton busy={compare.busy} busyText="Comparing…" onClick={() => void compare.run()}>
                  Compare
                </ActionButton>
              ),
            }
          : {})}
      >
        {words.todo}
      </Message>
      <Outcome note={compare.note} onDismiss={compare.clear} />
      {standing.answer.latest && !toMerge && standing.differing.length > 0 ? (
        <More summary={`Show ${count(standing.differing.length, 'cell that differs', 'cells that differ')}`}>
          <DifferenceList differing={standing.differing} />
        </More>
      ) : null}
    </>
  );
};
