import { useRef, useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { roundId } from '#core/ids.ts';
import { ok } from '#core/result.ts';
import { fromApi } from '#flows/flow-result.ts';
import { Confirm } from '../../../components/Confirm.tsx';
import { Facts } from '../../../components/Facts.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Plain } from '../../../components/Quiet.tsx';
import { WritingBox } from '../../../components/WritingBox.tsx';
import { purgeFacts, type KeptRound } from '../../../messages/retention-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';
import { useDraft } from '../../../state/use-draft.ts';

/** Purges a round after saying what goes and what stays; before its day only with a reason. */
export const PurgeRound = (props: { kept: KeptRound; onPurged: () => Promise<void> }): ReactNode => {
  const { round, due } = props.kept;
  const { desk } = usePane();
  const reason = useDraft(`why purge ${round.id}`);
  const [asking, setAsking] = useState(false);
  const [pressed, setPressed] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const why = reason.text.trim();
  const missing = !due && why === '';
  const purge = useAction(async () => {
    if (missing) return ok(undefined);
    const asked = why === '' ? {} : { reason: why };
    const purged = fromApi(await desk.api.programme.purge(roundId(round.id), asked));
    if (!purged.ok) return purged;
    reason.clear();
    await props.onPurged();
    return ok(undefined);
  });
  const notNow = (): void => {
    setAsking(false);
    setPressed(false);
    setTimeout(() => place.current?.querySelector('button')?.focus());
  };
  if (!asking) {
    return (
      <div ref={place}>
        <Button
          appearance={due ? 'primary' : 'secondary'}
          aria-label={`Purge: ${round.title}`}
          onClick={() => setAsking(true)}
        >
          Purge…
        </Button>
      </div>
    );
  }
  return (
    <Confirm
      question={`Purge ${round.title} for good?`}
      yes="Purge the round"
      busyText="Purging…"
      busy={purge.busy}
      no="Not now"
      onYes={() => {
        setPressed(true);
        void purge.run();
      }}
      onNo={notNow}
    >
      <Facts facts={purgeFacts(props.kept)} />
      <Plain>This cannot be taken back. Backups made before still hold what they held.</Plain>
      <WritingBox
        label={due ? 'Why? You may leave this blank.' : 'Why before its day?'}
        hint="It stands in the certificate."
        draft={reason}
        missing={pressed && missing ? 'Please write the reason first: the round is not due yet.' : undefined}
      />
      <Outcome note={purge.note} onDismiss={purge.clear} />
    </Confirm>
  );
};
