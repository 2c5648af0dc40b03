import { useState, type ReactNode } from 'react';
import { isWhole } from '#core/audit/audit-verdict.ts';
import { hashInNote } from '#core/audit/checkpoint.ts';
import { ok } from '#core/result.ts';
import { markFound, markMissing, noHash } from '#core/words/log-words.ts';
import { findCheckpoint } from '#flows/find-checkpoint.ts';
import type { AuditVerification } from '#wire/audit.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Row } from '../../../components/Row.tsx';
import { WritingBox } from '../../../components/WritingBox.tsx';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';
import { useDraft } from '../../../state/use-draft.ts';

/** Whether a checkpoint that somebody wrote down earlier is among those of the log, which was gone through before. */
export const FindCheckpoint = ({ verdict }: { verdict: AuditVerification }): ReactNode => {
  const { desk } = usePane();
  const draft = useDraft('checkpoint written down');
  const [missing, setMissing] = useState<string>();
  const find = useAction(async () => {
    const hash = hashInNote(draft.text);
    setMissing(hash === undefined ? noHash : undefined);
    if (hash === undefined) return ok(undefined);
    const found = await findCheckpoint(desk, hash);
    if (!found.ok) return found;
    if (!found.value) return ok({ intent: 'error', ...markMissing });
    return ok({ intent: isWhole(verdict) ? 'success' : 'error', title: markFound(found.value, verdict), todo: '' });
  });
  return (
    <>
      <WritingBox
        label="A checkpoint that you kept"
        hint="Its 64 characters, with or without spaces."
        draft={draft}
        missing={missing}
        most={200}
      />
      <Row>
        <ActionButton busy={find.busy} busyText="Looking…" onClick={() => void find.run()}>
          Look for it in the log
        </ActionButton>
      </Row>
      <Outcome note={find.note} />
    </>
  );
};
