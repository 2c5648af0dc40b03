import type { ReactNode } from 'react';
import { Badge } from '@fluentui/react-components';
import { questionId } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import type { WireQuestion } from '#wire/shapes.ts';
import { settleQuestion } from '#flows/review-return.ts';
import { lastAnswer } from '#flows/thread-of.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Outcome } from '../../components/Message.tsx';
import { More } from '../../components/More.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { Row } from '../../components/Row.tsx';
import { placeWords } from '../../messages/place-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';
import { QuestionHead } from '../questions/QuestionHead.tsx';
import { useGoToQuestion } from '../questions/use-go-to-question.ts';
import { WhoAnswers } from '../questions/WhoAnswers.tsx';
import { WriteBack } from './WriteBack.tsx';

/** The questions asked on this return: the open ones to settle, and what changed since one was settled. */
export const ReviewQuestions = (): ReactNode => {
  const { open, standing, refresh } = useReturnAtHand();
  const { desk } = usePane();
  const goTo = useGoToQuestion();
  const settle = useAction(async (question: WireQuestion) => {
    const settled = await settleQuestion(desk, open, questionId(question.id));
    if (!settled.ok) return settled;
    await refresh();
    return ok({
      intent: 'success' as const,
      title: `Settled: ${placeWords(open.instrument, question.row, question.field)}.`,
      todo: '',
    });
  });
  const questions = standing?.answer.questions ?? [];
  const isOpen = (question: WireQuestion): boolean => question.settledAt === undefined;
  const closed = questions.filter((question) => !isOpen(question));
  const place = ({ row, field }: WireQuestion): string => placeWords(open.instrument, row, field);
  return (
    <>
      <Outcome note={goTo.note} onDismiss={goTo.clear} />
      {questions.filter(isOpen).map((question) => (
        <Panel key={question.id} label={`Question on ${place(question)}`} accent>
          <QuestionHead question={question} onGo={() => void goTo.run(question)} />
          {lastAnswer(question) ? null : <Quiet>Not answered yet.</Quiet>}
          <WhoAnswers question={question} />
          <WriteBack question={question}>
            <ActionButton
              small
              busy={settle.busy}
              busyText="Settling…"
              label={`Settle: ${place(question)}`}
              onClick={() => void settle.run(question)}
            >
              Settle
            </ActionButton>
          </WriteBack>
        </Panel>
      ))}
      <Outcome note={settle.note} onDismiss={settle.clear} />
      {closed.length === 0 ? null : (
        <More summary={`Settled questions (${closed.length})`} open={closed.some((one) => one.changedSinceSettled)}>
          {closed.map((question) => (
            <Panel key={question.id} label={`Settled question on ${place(question)}`}>
              {question.changedSinceSettled ? (
                <Row>
                  <Badge appearance="tint" color="warning">
                    Changed since settled
                  </Badge>
                </Row>
              ) : null}
              <QuestionHead question={question} onGo={() => void goTo.run(question)} />
            </Panel>
          ))}
        </More>
      )}
    </>
  );
};
