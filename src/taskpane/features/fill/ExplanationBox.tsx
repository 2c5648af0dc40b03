import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Outcome } from '../../components/Message.tsx';
import { Row } from '../../components/Row.tsx';
import { WritingBox } from '../../components/WritingBox.tsx';
import type { Action } from '../../state/use-action.ts';
import type { Draft } from '../../state/use-draft.ts';

/** Where a reason is written, and saved once there is one, or given up. `of` says what it is about. */
export const ExplanationBox = (props: {
  question: string;
  of: string;
  draft: Draft;
  focus: boolean;
  save: Action<[]>;
  onCancel: () => void;
}): ReactNode => {
  const { question, of, draft, focus, save } = props;
  const [missing, setMissing] = useState(false);
  return (
    <>
      <WritingBox
        label={`${question} (${of})`}
        draft={draft}
        focus={focus}
        missing={missing && draft.text.trim() === '' ? 'Please write your reason first.' : undefined}
      />
      <Row>
        <ActionButton
          primary
          small
          busy={save.busy}
          busyText="Saving…"
          onClick={() => {
            setMissing(true);
            if (draft.text.trim() !== '') void save.run();
          }}
        >
          Save explanation
        </ActionButton>
        <Button
          size="small"
          onClick={() => {
            draft.clear();
            props.onCancel();
          }}
        >
          Cancel
        </Button>
      </Row>
      <Outcome note={save.note} onDismiss={save.clear} />
    </>
  );
};
