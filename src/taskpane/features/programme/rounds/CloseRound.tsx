import { useRef, useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { roundId } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { WireRound } from '#wire/shapes.ts';
import { Confirm } from '../../../components/Confirm.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Plain } from '../../../components/Quiet.tsx';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';

/** Closes a round at once, after asking once more. */
export const CloseRound = (props: { round: WireRound; onClosed: () => Promise<void> }): ReactNode => {
  const { round } = props;
  const { desk } = usePane();
  const [asking, setAsking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const close = useAction(async () => {
    const closed = fromApi(await desk.api.changeRound(roundId(round.id), { closes: 'now' }));
    if (!closed.ok) return closed;
    setAsking(false);
    await props.onClosed();
    return ok(undefined);
  });
  const notNow = (): void => {
    setAsking(false);
    setTimeout(() => place.current?.querySelector('button')?.focus());
  };
  if (!asking) {
    return (
      <div ref={place}>
        <Button aria-label={`Close now: ${round.title}`} onClick={() => setAsking(true)}>
          Close now…
        </Button>
      </div>
    );
  }
  return (
    <Confirm
      question={`Close ${round.title} now?`}
      yes="Close the round"
      busyText="Closing…"
      busy={close.busy}
      no="Not now"
      onYes={() => void close.run()}
      onNo={notNow}
    >
      <Plain>
        {round.late
          ? 'From now on returns are late and need a reason. To open it again, change its last day.'
          : 'No return is taken from now on. To open it again, change its last day.'}
      </Plain>
      <Outcome note={close.note} onDismiss={close.clear} />
    </Confirm>
  );
};
