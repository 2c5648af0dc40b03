import { useRef, useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ok } from '#core/result.ts';
import type { FlowResult } from '#flows/flow-result.ts';
import { Confirm } from '../../components/Confirm.tsx';
import { Outcome } from '../../components/Message.tsx';
import { Plain } from '../../components/Quiet.tsx';
import { WritingBox } from '../../components/WritingBox.tsx';
import { useAction } from '../../state/use-action.ts';
import { useDraft } from '../../state/use-draft.ts';

/** A button for what others rely on not being done lightly: it asks why, and once more, before it does it. */
export const WithReason = (props: {
  /** Names the draft of the reason. */
  draft: string;
  button: string;
  question: string;
  /** What it will do. */
  effect: string;
  yes: string;
  busyText: string;
  perform: (reason: string) => Promise<FlowResult<unknown>>;
}): ReactNode => {
  const draft = useDraft(props.draft);
  const [asking, setAsking] = useState(false);
  const [pressed, setPressed] = useState(false);
  const action = useAction(async () => {
    const done = await props.perform(draft.text);
    if (!done.ok) return done;
    draft.clear();
    setAsking(false);
    setPressed(false);
    return ok(undefined);
  });
  const place = useRef<HTMLDivElement>(null);
  const close = (): void => {
    setAsking(false);
    setPressed(false);
    setTimeout(() => place.current?.querySelector('button')?.focus());
  };
  return (
    <>
      {asking ? (
        <Confirm
          question={props.question}
          yes={props.yes}
          busyText={props.busyText}
          busy={action.busy}
          no="Not now"
          onYes={() => {
            setPressed(true);
            if (draft.text.trim() !== '') void action.run();
          }}
          onNo={close}
        >
          <Plain>{props.effect}</Plain>
          <WritingBox
            label="Why?"
            hint="It stands in the history of the return."
            draft={draft}
            missing={pressed && draft.text.trim() === '' ? 'Please write the reason first.' : undefined}
          />
        </Confirm>
      ) : (
        <div ref={place}>
          <Button onClick={() => setAsking(true)}>{props.button}</Button>
        </div>
      )}
      <Outcome note={action.note} onDismiss={action.clear} />
    </>
  );
};
