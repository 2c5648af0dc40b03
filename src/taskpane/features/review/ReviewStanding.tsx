import type { ReactNode } from 'react';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Message, Outcome } from '../../components/Message.tsx';
import { More } from '../../components/More.tsx';
import { count } from '#core/words/count-words.ts';
import { moment } from '#core/words/date-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { DifferenceList } from '../compare/DifferenceList.tsx';
import { useCompare } from '../compare/use-compare.ts';
import type { PendingMerge } from '../conflict/pending-merge.ts';

/** Whether the reader sees what the school submitted last, and the way to bring an older workbook up to date. */
export const ReviewStanding = (props: { onMerge: (merge: PendingMerge) => void }): ReactNode => {
  const { standing } = useReturnAtHand();
  const update = useCompare(props.onMerge);
  const latest = standing?.answer.latest;
  if (!standing || !latest) return null;
  const { revision, at, by } = latest.receipt;
  if (standing.newerOnServer) {
    return (
      <>
        <Message
          intent="warning"
          title={`Revision ${revision} has come in.`}
          actions={
            <ActionButton small busy={update.busy} busyText="Comparing…" onClick={() => void update.run()}>
              Show what is new
            </ActionButton>
          }
        >
          {standing.basedOn === 0
            ? `This workbook does not hold it yet. ${by} submitted it on ${moment(at)}.`
            : `This workbook still holds revision ${standing.basedOn}. ${by} submitted the new one on ${moment(at)}.`}
        </Message>
        <Outcome note={update.note} onDismiss={update.clear} />
      </>
    );
  }
  if (standing.differing.length > 0) {
    return (
      <>
        <Message
          intent="warning"
          title={`${count(standing.differing.length, 'cell was', 'cells were')} changed in this workbook.`}
        >
          The school submitted something else. What you type over its answers is not sent; ask a question instead.
        </Message>
        <More summary="Show what differs">
          <DifferenceList differing={standing.differing} />
        </More>
      </>
    );
  }
  return (
    <Message intent="success" title={`You see revision ${revision}, the latest.`}>
      {`${by} submitted it on ${moment(at)}.`}
    </Message>
  );
};
