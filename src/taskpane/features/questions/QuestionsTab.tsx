import type { ReactNode } from 'react';
import { Outcome } from '../../components/Message.tsx';
import { More } from '../../components/More.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Plain, Quiet } from '../../components/Quiet.tsx';
import { Waiting } from '../../components/Waiting.tsx';
import { failureWords } from '../../messages/failure-words.ts';
import { placeWords } from '../../messages/place-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { AnswerBox } from './AnswerBox.tsx';
import { QuestionHead } from './QuestionHead.tsx';
import { WhoAnswers } from './WhoAnswers.tsx';
import { useGoToQuestion } from './use-go-to-question.ts';

/** The questions on a return: each with its cell, an answer to write, and the settled ones below. */
export const QuestionsTab = (): ReactNode => {
  const { open, standing, serverFailure } = useReturnAtHand();
  const goTo = useGoToQuestion();
  if (!standing) {
    return serverFailure ? (
      <Outcome note={{ intent: 'warning', ...failureWords(serverFailure) }} />
    ) : (
      <Waiting>Asking the server for questions…</Waiting>
    );
  }
  const settled = standing.answer.questions.filter(({ settledAt }) => settledAt !== undefined);
  return (
    <>
      {standing.openQuestions.length === 0 ? (
        <Plain>There is no open question.</Plain>
      ) : (
        <Quiet>
          Write each answer here or in the column “Your answer” of the sheet, correct the cell if need be, then submit
          again.
        </Quiet>
      )}
      <Outcome note={goTo.note} onDismiss={goTo.clear} />
      {standing.openQuestions.map((question) => (
        <Panel
          key={question.id}
          label={`Question on ${placeWords(open.instrument, question.row, question.field)}`}
          accent
        >
          <QuestionHead question={question} onGo={() => void goTo.run(question)} />
          <WhoAnswers question={question} />
          <AnswerBox question={question} />
        </Panel>
      ))}
      {settled.length === 0 ? null : (
        <More summary={`Settled questions (${settled.length})`}>
          {settled.map((question) => (
            <Panel
              key={question.id}
              label={`Settled question on ${placeWords(open.instrument, question.row, question.field)}`}
            >
              <QuestionHead question={question} onGo={() => void goTo.run(question)} />
            </Panel>
          ))}
        </More>
      )}
    </>
  );
};
