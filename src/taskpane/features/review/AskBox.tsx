import { useState, type ReactNode } from 'react';
import { ok } from '#core/result.ts';
import { askQuestion } from '#flows/review-return.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Outcome } from '../../components/Message.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { Row } from '../../components/Row.tsx';
import { WritingBox } from '../../components/WritingBox.tsx';
import { placeWords, valueWords } from '../../messages/place-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';
import { useDraft } from '../../state/use-draft.ts';

/** Asks a question on the cell in hand. A draft belongs to its cell: going to another one never moves it. */
export const AskBox = (): ReactNode => {
  const { cell } = useReturnAtHand();
  return (
    <Panel title="Ask a question">
      {cell ? (
        <AskAbout key={JSON.stringify([cell.row, cell.field])} row={cell.row} field={cell.field} />
      ) : (
        <Quiet>Select an answer in the sheet to ask the school about it.</Quiet>
      )}
    </Panel>
  );
};

const AskAbout = (props: { row: string; field: string }): ReactNode => {
  const { row, field } = props;
  const { desk } = usePane();
  const { open, cell, recheck, refresh } = useReturnAtHand();
  const draft = useDraft(`ask ${open.owner} ${open.round.id} ${JSON.stringify([row, field])}`);
  const [pressed, setPressed] = useState(false);
  const place = placeWords(open.instrument, row, field);
  const ask = useAction(async () => {
    const checked = await recheck();
    if (!checked.ok) return checked;
    const asked = await askQuestion(desk, open, checked.value, { row, field, text: draft.text.trim() });
    if (!asked.ok) return asked;
    draft.clear();
    setPressed(false);
    await refresh();
    return ok({
      intent: 'success' as const,
      title: `Asked on ${place}.`,
      todo: 'The school finds it in that row of its sheet.',
    });
  });
  return (
    <>
      <WritingBox
        label={`Your question on ${place}`}
        hint={`The answer there: ${valueWords(cell?.value ?? null)}`}
        draft={draft}
        missing={pressed && draft.text.trim() === '' ? 'Please write your question first.' : undefined}
      />
      <Row>
        <ActionButton
          primary
          small
          busy={ask.busy}
          busyText="Asking…"
          onClick={() => {
            setPressed(true);
            if (draft.text.trim() !== '') void ask.run();
          }}
        >
          Ask
        </ActionButton>
      </Row>
      <Outcome note={ask.note} onDismiss={ask.clear} />
    </>
  );
};
