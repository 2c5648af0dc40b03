import { useState, type ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Outcome } from '../../components/Message.tsx';
import { More } from '../../components/More.tsx';
import { Plain, Quiet } from '../../components/Quiet.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { failureWords } from '../../messages/failure-words.ts';
import { placeWords, valueWords } from '../../messages/place-words.ts';
import { ruleWords } from '../../messages/rule-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { ConflictScreen } from '../conflict/ConflictScreen.tsx';
import type { PendingMerge } from '../conflict/pending-merge.ts';
import { CellHelp } from '../fill/CellHelp.tsx';
import { Because } from '../return/Because.tsx';
import { DamageList } from '../return/DamageList.tsx';
import { ReceiptCard } from '../submit/ReceiptCard.tsx';
import { Accept } from './Accept.tsx';
import { AskBox } from './AskBox.tsx';
import { Reopen } from './Reopen.tsx';
import { ReviewStanding } from './ReviewStanding.tsx';
import { ReviewQuestions } from './ReviewQuestions.tsx';
import { WithoutRows } from './WithoutRows.tsx';

/** What a mentor or the project team does with a return: read it, ask on a cell, settle, accept. */
export const ReviewBody = (): ReactNode => {
  const { open, cell, standing, serverFailure } = useReturnAtHand();
  const [pending, setPending] = useState<PendingMerge>();
  if (pending) return <ConflictScreen reading pending={pending} onDone={() => setPending(undefined)} />;
  if (!standing) {
    return serverFailure ? (
      <Outcome note={{ intent: 'warning', ...failureWords(serverFailure) }} />
    ) : (
      <Waiting>Asking the server how this return stands…</Waiting>
    );
  }
  const { latest } = standing.answer;
  if (!latest) return <Plain>The school has not submitted this return yet.</Plain>;
  return (
    <>
      <DamageList />
      <Because />
      {latest.lateReason === undefined ? null : <Quiet>{`Late, because: ${latest.lateReason}`}</Quiet>}
      {latest.content === undefined ? (
        <WithoutRows />
      ) : (
        <>
          <ReviewStanding onMerge={setPending} />
          {cell ? <CellHelp reading /> : null}
          <AskBox />
          <ReviewQuestions />
          <Explained />
        </>
      )}
      <Accept revision={latest.number} />
      <Reopen />
      <More summary={`Receipt of revision ${latest.number}`}>
        <ReceiptCard receipt={latest.receipt} many={open.instrument.rows.noun.many} />
      </More>
    </>
  );
};

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
});

/** What the school explained instead of changing, for whoever reads. */
const Explained = (): ReactNode => {
  const styles = useStyles();
  const { open, standing } = useReturnAtHand();
  const explanations = standing?.answer.latest?.content?.explanations ?? [];
  if (explanations.length === 0) return null;
  return (
    <More summary={`Explained by the school (${explanations.length})`}>
      <ul className={styles.list}>
        {explanations.map(({ row, field, rule, value, text }) => (
          <li key={JSON.stringify([row, field, rule])} className={styles.item}>
            <Plain>{`${placeWords(open.instrument, row, field)} (${valueWords(value)}): ${text}`}</Plain>
            <Quiet>{ruleWords(open.instrument, rule, standing?.answer.round ?? open.round)}</Quiet>
          </li>
        ))}
      </ul>
    </More>
  );
};
