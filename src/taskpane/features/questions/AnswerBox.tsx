import { useState, type ReactNode } from 'react';
import { ok } from '#core/result.ts';
import type { WireQuestion } from '#wire/shapes.ts';
import { answerQuestion } from '#flows/answer-question.ts';
import { lastAnswer } from '#flows/thread-of.ts';
import { deliverQuestions } from '#flows/deliver-questions.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Outcome } from '../../components/Message.tsx';
import { Row } from '../../components/Row.tsx';
import { WritingBox } from '../../components/WritingBox.tsx';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';
import { useDraft } from '../../state/use-draft.ts';

/** The answer to one question. It goes into the sheet's "Your answer" cell and from there with the next submission. */
export const AnswerBox = (props: { question: WireQuestion }): ReactNode => {
  const { question } = props;
  const { desk } = usePane();
  const { open, checked, standing, recheck } = useReturnAtHand();
  const inSheet = checked.typedAnswers.find(({ row }) => row === question.row)?.text ?? '';
  const draft = useDraft(`answer ${question.id}`, inSheet);
  const [pressed, setPressed] = useState(false);
  const save = useAction(async () => {
    const read = await recheck();
    if (!read.ok) return read;
    const delivered = await deliverQuestions(desk, open, read.value, standing?.answer.questions ?? []);
    if (!delivered.ok) return delivered;
    const written = await answerQuestion(desk, open, read.value, question, draft.text);
    if (!written.ok) return written;
    draft.clear();
    await recheck();
    return ok({
      intent: 'success' as const,
      title: 'Your answer is in the sheet.',
      todo: 'Submit again to send it.',
    });
  });
  const unsent = inSheet !== '' && inSheet !== lastAnswer(question)?.text;
  return (
    <>
      <WritingBox
        label="Your answer"
        {...(unsent && !draft.touched ? { hint: 'It stands in the sheet and goes with your next submission.' } : {})}
        draft={draft}
        missing={pressed && draft.text.trim() === '' ? 'Please write your answer first.' : undefined}
      />
      <Row>
        <ActionButton
          primary
          small
          busy={save.busy}
          busyText="Writing…"
          onClick={() => {
            setPressed(true);
            if (draft.text.trim() !== '') void save.run();
          }}
        >
          Write answer into the sheet
        </ActionButton>
      </Row>
      <Outcome note={save.note} onDismiss={save.clear} />
    </>
  );
};
