import type { ReactNode } from 'react';
import { ok } from '#core/result.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Message, Outcome } from '../../components/Message.tsx';
import { More } from '../../components/More.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { count } from '#core/words/count-words.ts';
import { failureWords } from '../../messages/failure-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';
import type { PendingMerge } from '../conflict/pending-merge.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { standingWords } from './standing-words.ts';
import { useCompare } from './use-compare.ts';

/** How the workbook stands against the server, with the cells that differ and the way to put two workbooks together. */
export const StandingPanel = (props: { onMerge: (merge: PendingMerge) => void }): ReactNode => {
  const { standing, serverFailure, refresh } = useReturnAtHand();
  const compare = useCompare(props.onMerge);
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
          <ActionButton small busy={ask.busy} busyText="Asking…" onClick={() => void ask.run()}>
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
                <ActionButton small busy={compare.busy} busyText="Comparing…" onClick={() => void compare.run()}>
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
