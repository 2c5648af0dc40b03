import { useState, type ReactNode } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import { questionId } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import { assignQuestion } from '#flows/review-return.ts';
import type { WireQuestion } from '#wire/shapes.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Outcome } from '../../components/Message.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { Row } from '../../components/Row.tsx';
import { placeWords } from '../../messages/place-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';
import { useDraft } from '../../state/use-draft.ts';

/** Who is to answer a question, and the way to say so: anybody who sees the return may. */
export const WhoAnswers = (props: { question: WireQuestion }): ReactNode => {
  const { question } = props;
  const { desk } = usePane();
  const { open, refresh } = useReturnAtHand();
  const draft = useDraft(`who answers ${question.id}`, question.assignee ?? '');
  const [naming, setNaming] = useState(false);
  const save = useAction(async () => {
    const assigned = await assignQuestion(desk, open, questionId(question.id), draft.text);
    if (!assigned.ok) return assigned;
    await refresh();
    draft.clear();
    setNaming(false);
    return ok(undefined);
  });
  const place = placeWords(open.instrument, question.row, question.field);
  if (!naming) {
    return (
      <Row>
        {question.assignee === undefined ? null : <Quiet>{`To be answered by ${question.assignee}`}</Quiet>}
        <Button
          size="small"
          appearance="subtle"
          aria-label={`${question.assignee === undefined ? 'Say who answers' : 'Change who answers'}: ${place}`}
          onClick={() => setNaming(true)}
        >
          {question.assignee === undefined ? 'Say who answers' : 'Change'}
        </Button>
      </Row>
    );
  }
  return (
    <>
      <Field label={`Who is to answer on ${place}?`} hint="A name. Leave it empty for nobody in particular.">
        <Input value={draft.text} maxLength={100} onChange={(_event, { value }) => draft.set(value)} />
      </Field>
      <Row>
        <ActionButton small busy={save.busy} busyText="Saving…" onClick={() => void save.run()}>
          Save name
        </ActionButton>
        <Button size="small" onClick={() => setNaming(false)}>
          Not now
        </Button>
      </Row>
      <Outcome note={save.note} onDismiss={save.clear} />
    </>
  );
};
