import { useState, type ReactNode } from 'react';
import { ok } from '#core/result.ts';
import { needsUpgrade } from '#flows/needs-upgrade.ts';
import { upgradeReturn, type UpgradedReturn } from '#flows/upgrade-return.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Message, Outcome } from '../../components/Message.tsx';
import type { OpenReturn } from '#flows/desk.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { count } from '#core/words/count-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useAction } from '../../state/use-action.ts';
import { LeftAnswers } from './LeftAnswers.tsx';

/**
 * Says that the sheets are older than the round, moves the answers on a press, and lists what had no place there; as
 * well what had none when sheets were filled with answers of an older version.
 */
export const UpgradeBanner = (props: { open: OpenReturn }): ReactNode => {
  const { desk, dispatch } = usePane();
  const { open } = props;
  const [done, setDone] = useState<{ readonly from: Instrument; readonly upgraded: UpgradedReturn }>();
  const [dismissed, setDismissed] = useState(false);
  const upgrade = useAction(async () => {
    const upgraded = await upgradeReturn(desk, open);
    if (!upgraded.ok) return upgraded;
    setDone({ from: open.instrument, upgraded: upgraded.value });
    dispatch({ kind: 'opened', open: upgraded.value.open });
    return ok({
      intent: 'success' as const,
      title: `${count(upgraded.value.moved, 'answer')} moved to the new sheets.`,
      todo: 'The old sheets stay in the workbook as they were.',
    });
  });
  return (
    <>
      {needsUpgrade(open) ? (
        <Message
          intent="warning"
          title="The round asks a newer version of these sheets."
          actions={
            <ActionButton small busy={upgrade.busy} busyText="Upgrading…" onClick={() => void upgrade.run()}>
              Upgrade
            </ActionButton>
          }
        >
          Upgrade moves your answers to new sheets. The old ones stay in the workbook, to look at.
        </Message>
      ) : null}
      <Outcome note={upgrade.note} onDismiss={upgrade.clear} />
      {done && done.upgraded.left.length + done.upgraded.leftReplies.length > 0 ? (
        <LeftAnswers
          title="Some of what you wrote has no place in the new version. It still stands on the old sheet:"
          left={{ from: done.from, cells: done.upgraded.left }}
          replies={done.upgraded.leftReplies}
          onDismiss={() => setDone(undefined)}
        />
      ) : open.left && !dismissed ? (
        <LeftAnswers
          title="Some of what was answered before has no place in this version of the sheets. It stays in what was submitted then:"
          left={open.left}
          onDismiss={() => setDismissed(true)}
        />
      ) : null}
    </>
  );
};
