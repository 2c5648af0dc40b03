import { useState, type ReactNode } from 'react';
import { ok } from '#core/result.ts';
import { fixerOf, type Tidying } from '#core/rules/fixes/fixer.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { ChangeList } from '../../components/ChangeList.tsx';
import { Confirm } from '../../components/Confirm.tsx';
import { Outcome } from '../../components/Message.tsx';
import { More } from '../../components/More.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { Row } from '../../components/Row.tsx';
import { count } from '#core/words/count-words.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';
import { useChange } from '../../state/use-change.ts';
import { shownChanges } from '../../state/wished-changes.ts';

/** Writes what is understood the way the lists have it, and takes away stray spaces, once the person has seen it. */
export const TidyTool = (): ReactNode => {
  const { open, recheck } = useReturnAtHand();
  const [found, setFound] = useState<readonly Tidying[]>();
  const change = useChange();
  const look = useAction(async () => {
    change.clear();
    const checked = await recheck();
    if (!checked.ok) return checked;
    const tidyings = fixerOf(open.instrument, open.circumstances ?? open.round).tidyings(checked.value.content);
    setFound(tidyings.length > 0 ? tidyings : undefined);
    return ok(
      tidyings.length > 0
        ? undefined
        : { intent: 'success' as const, title: 'Nothing to tidy.', todo: 'Every answer is written like its list.' },
    );
  });
  const shown = shownChanges(found ?? []);
  const changes = shown.flatMap(({ cells }) => cells);
  return (
    <More summary="Tidy spellings" open={found !== undefined}>
      <Quiet>
        Answers may be typed in many ways, and all of them count. This writes them the same way and takes away stray
        spaces. You see each change first.
      </Quiet>
      {found === undefined ? (
        <Row>
          <ActionButton small busy={look.busy} busyText="Looking…" onClick={() => void look.run()}>
            Look what could be tidied
          </ActionButton>
        </Row>
      ) : (
        <Confirm
          question={`Tidy ${count(changes.length, 'cell')}?`}
          yes={`Tidy ${count(changes.length, 'cell')}`}
          busyText="Tidying…"
          busy={change.busy}
          no="Leave them"
          onYes={() => {
            void change.run(`tidied ${count(changes.length, 'cell')}`, changes).then(() => setFound(undefined));
          }}
          onNo={() => setFound(undefined)}
        >
          <ChangeList changes={shown} />
          {changes.length < found.length ? (
            <Quiet>{`${count(found.length - changes.length, 'more cell')} can be looked at after these.`}</Quiet>
          ) : null}
        </Confirm>
      )}
      <Outcome note={look.note} onDismiss={look.clear} />
      <Outcome note={change.note} onDismiss={change.clear} />
    </More>
  );
};
