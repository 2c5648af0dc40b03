import { useRef, useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ok } from '#core/result.ts';
import { nextState } from '#core/returns/states.ts';
import { acceptReturn } from '#flows/review-return.ts';
import { Confirm } from '../../components/Confirm.tsx';
import { Message, Outcome } from '../../components/Message.tsx';
import { Plain } from '../../components/Quiet.tsx';
import { count } from '#core/words/count-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';

/** Accepts the revision that was read, after asking once more. */
export const Accept = (props: { revision: number }): ReactNode => {
  const { revision } = props;
  const { desk, state } = usePane();
  const { open, standing, refresh } = useReturnAtHand();
  const [asking, setAsking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const accept = useAction(async () => {
    const accepted = await acceptReturn(desk, open, revision);
    if (!accepted.ok) return accepted;
    setAsking(false);
    await refresh();
    return ok({
      intent: 'success' as const,
      title: `Revision ${revision} of ${open.ownerName} is accepted.`,
      todo: 'It counts in the results from now on.',
    });
  });
  const line = standing?.answer.line;
  const mover = state.person?.role === 'project-team' ? 'project-team' : 'mentor';
  if (!line) return null;
  if (line.accepted === revision && nextState(line.state, 'accept', mover) === undefined) {
    return (
      <>
        <Outcome note={accept.note} onDismiss={accept.clear} />
        {accept.note ? null : <Message intent="success" title={`Revision ${revision} is accepted.`} />}
      </>
    );
  }
  if (standing.newerOnServer) {
    return <Plain>{`Read what is new first; then revision ${revision} can be accepted.`}</Plain>;
  }
  const close = (): void => {
    setAsking(false);
    setTimeout(() => place.current?.querySelector('button')?.focus());
  };
  return (
    <>
      {asking ? (
        <Confirm
          question={`Accept revision ${revision} of ${open.ownerName}?`}
          yes="Accept"
          busyText="Accepting…"
          busy={accept.busy}
          no="Not yet"
          onYes={() => void accept.run()}
          onNo={close}
        >
          <Plain>
            {line.openQuestions > 0
              ? `${count(line.openQuestions, 'question is', 'questions are')} still open. It counts in the results from then on.`
              : 'It counts in the results from then on.'}
            {open.owner === state.person?.owner ? null : ` ${open.ownerName} sees it at once.`}
          </Plain>
        </Confirm>
      ) : (
        <div ref={place}>
          <Button appearance="primary" onClick={() => setAsking(true)}>
            {`Accept revision ${revision}…`}
          </Button>
        </div>
      )}
      <Outcome note={accept.note} onDismiss={accept.clear} />
    </>
  );
};
