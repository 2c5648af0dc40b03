import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons/svg/send';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Message, Outcome } from '../../components/Message.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Plain, Quiet } from '../../components/Quiet.tsx';
import { Row } from '../../components/Row.tsx';
import { count } from '#core/words/count-words.ts';
import { inTheWay } from '../../messages/way-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { StandingPanel } from '../compare/StandingPanel.tsx';
import type { PendingMerge } from '../conflict/pending-merge.ts';
import { Accept } from '../review/Accept.tsx';
import { WritingBox } from '../../components/WritingBox.tsx';
import { ReceiptCard } from './ReceiptCard.tsx';
import { SubmitUnconfirmed } from './SubmitUnconfirmed.tsx';
import type { Submit } from './use-submit.ts';
import { Withdraw } from './Withdraw.tsx';

/** Submitting: what will be sent, the button, how the server stands, accepting where it is the programme’s own, and the receipt. */
export const SubmitTab = (props: {
  submit: Submit;
  onMerge: (merge: PendingMerge) => void;
  onFix: () => void;
  onLookAtCopied: () => void;
}): ReactNode => {
  const { submit } = props;
  const { person } = usePane().state;
  const { open, checked, standing } = useReturnAtHand();
  const { noun } = open.instrument.rows;
  const receipt = standing?.answer.latest?.receipt;
  const answers = unsentAnswers(checked.typedAnswers.length, standing?.openQuestions.length ?? 0);
  const way = inTheWay(checked);
  return (
    <>
      <Panel title="Submit this return" accent>
        <Plain>{`${checked.rowsAnswered} of ${count(checked.rows, noun.one, noun.many)} answered${answers}.`}</Plain>
        {open.round.detail === 'tally' ? (
          <Quiet>{`Only tallies leave the school: how many ${noun.many} say what, and your explanations without the row. What the ${noun.many} answered stays in this workbook and nowhere else. Save it.`}</Quiet>
        ) : null}
        {way !== '' ? (
          <Message
            intent="warning"
            title={`Not ready yet: ${way}.`}
            actions={
              <Button size="small" onClick={props.onFix}>
                Show what to fix
              </Button>
            }
          >
            It can be submitted when none of these is left.
          </Message>
        ) : checked.rowsAnswered < checked.rows ? (
          <Quiet>{`You can submit now and again later; ${noun.many} without an answer are simply not counted.`}</Quiet>
        ) : null}
        {submit.late ? (
          <WritingBox
            label="Why does this come late?"
            hint="The round is closed. It still takes your return with a reason."
            draft={submit.late}
            missing={submit.lateMissing ? 'Please write the reason first.' : undefined}
          />
        ) : null}
        {submit.unconfirmed === undefined ? (
          <Row>
            <ActionButton
              primary
              icon={<SendRegular />}
              busy={submit.busy}
              busyText="Submitting…"
              onClick={() => void submit.run()}
            >
              Submit
            </ActionButton>
          </Row>
        ) : (
          <SubmitUnconfirmed submit={submit} rows={submit.unconfirmed} onLook={props.onLookAtCopied} />
        )}
        <Outcome note={submit.note} onDismiss={submit.clear} />
      </Panel>
      <StandingPanel onMerge={props.onMerge} />
      {receipt && person?.role === 'project-team' ? <Accept revision={receipt.revision} /> : null}
      {receipt ? <ReceiptCard receipt={receipt} many={noun.many} /> : null}
      <Withdraw />
    </>
  );
};

const unsentAnswers = (typed: number, questions: number): string =>
  typed > 0 && questions > 0 ? ', with your answers to the open questions' : '';
