import type { ReactNode } from 'react';
import { ok } from '#core/result.ts';
import { repairSheet } from '#flows/repair-sheet.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Outcome } from '../../components/Message.tsx';
import { More } from '../../components/More.tsx';
import { Quiet } from '../../components/Quiet.tsx';
import { Row } from '../../components/Row.tsx';
import { repairWords } from '../../messages/repair-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useAction } from '../../state/use-action.ts';

/** Puts the sheet right after a paste, a sort or inserted rows; says what it did. */
export const RepairTool = (): ReactNode => {
  const { desk } = usePane();
  const { open, recheck } = useReturnAtHand();
  const repair = useAction(async () => {
    const repaired = await repairSheet(desk, open);
    if (!repaired.ok) return repaired;
    await recheck();
    return ok(repairWords(repaired.value));
  });
  return (
    <More summary="Repair the sheet">
      <Quiet>
        Pasting and sorting can spoil drop-downs, colours and formulas. This puts them right. What was typed stays as
        it is.
      </Quiet>
      <Row>
        <ActionButton small busy={repair.busy} busyText="Repairing…" onClick={() => void repair.run()}>
          Repair
        </ActionButton>
      </Row>
      <Outcome note={repair.note} onDismiss={repair.clear} />
    </More>
  );
};
