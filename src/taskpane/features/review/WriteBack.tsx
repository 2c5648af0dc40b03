import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { questionId } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import { writeBack } from '#flows/review-return.ts';
import type { WireQuestion } from '#wire/shapes.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Outcome } from '../../components/Message.tsx';
import { Row } from '../../components/Row.tsx';
import { WritingBox } from '../../components/WritingBox.tsx';
import { placeWords } from '../../messages/place-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';
import { useDraft } from '../../state/use-draft.ts';

/** Asks on about what was answered; the question stays open, and it is the school's turn again. */
export const WriteBack = (props: { question: WireQuestion; children: ReactNode }): ReactNode => {
  const { question } = props;
  const { desk } = usePane();
  const { open, refresh } = useReturnAtHand();
  const draft = useDraft(`write back ${question.id}`);
  const [writing, setWriting] = useState(false);
  const [pressed, setPressed] = useState(false);
  const send = useAction(async () => {
    const said = await writeBack(desk, open, questionId(question.id), draft.text);
    if (!said.ok) return said;
    draft.clear();
    setWriting(false);
    setPressed(false);
    await refresh();
    return ok({ intent: 'success' as const, title: 'Sent.', todo: 'The school finds it behind your question.' });
  });
  const place = placeWords(open.instrument, question.row, question.field);
  return (
    <>
      {writing ? (
        <WritingBox
          focus
          label={`Write back on ${place}`}
          draft={draft}
          missing={pressed && draft.text.trim() === '' ? 'Please write something first.' : undefined}
        />
      ) : null}
      <Row>
        {writing ? (
          <>
            <ActionButton
              primary
              small
              busy={send.busy}
              busyText="Sending…"
              label={`Send: ${place}`}
              onClick={() => {
                setPressed(true);
                if (draft.text.trim() !== '') void send.run();
              }}
            >
              Send
            </ActionButton>
            <Button size="small" onClick={() => setWriting(false)}>
              Not now
            </Button>
          </>
        ) : (
          <Button size="small" aria-label={`Write back: ${place}`} onClick={() => setWriting(true)}>
            Write back
          </Button>
        )}
        {props.children}
      </Row>
      <Outcome note={send.note} onDismiss={send.clear} />
    </>
  );
};
