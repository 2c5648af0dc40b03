import { useState, type ReactNode } from 'react';
import { isWhole } from '#core/audit/audit-verdict.ts';
import { ok } from '#core/result.ts';
import { count } from '#core/words/count-words.ts';
import { moment } from '#core/words/date-words.ts';
import { faultLines, keepAsItIs, verdictWords } from '#core/words/log-words.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { AuditVerification } from '#wire/audit.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { Outcome } from '../../../components/Message.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import type { Note } from '../../../messages/words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useAction } from '../../../state/use-action.ts';
import { FindCheckpoint } from './FindCheckpoint.tsx';
import { LastCheckpoint } from './LastCheckpoint.tsx';

/** Lines that are shown: whoever runs the server sees them all. */
const mostLines = 20;

/** Has every act of every log gone through, and says whether anything was changed since it was written down. */
export const LogCheck = (): ReactNode => {
  const { desk } = usePane();
  const [verdict, setVerdict] = useState<AuditVerification>();
  const check = useAction(async () => {
    const gone = fromApi(await desk.api.programme.verifyAudit());
    if (!gone.ok) return gone;
    setVerdict(gone.value);
    return ok(noteOf(gone.value));
  });
  return (
    <Panel title="Is the log whole?">
      <Quiet>
        All logs are gone through, those of the schools too: was an act changed, left out or put in since it was
        written down? It may take some minutes; everybody else goes on meanwhile.
      </Quiet>
      <Row>
        <ActionButton busy={check.busy} busyText="Going through the log…" onClick={() => void check.run()}>
          Check that the log is whole
        </ActionButton>
      </Row>
      <Outcome note={check.note} />
      {verdict === undefined ? null : (
        <>
          <Faults lines={faultLines(verdict)} />
          <LastCheckpoint last={verdict.last} />
          <FindCheckpoint verdict={verdict} />
        </>
      )}
    </Panel>
  );
};

const noteOf = (verdict: AuditVerification): Note => {
  const { title, gone } = verdictWords(verdict);
  const begun = `${gone} Begun on ${moment(verdict.at)}.`;
  return isWhole(verdict)
    ? { intent: 'success', title, todo: begun }
    : { intent: 'error', title, todo: `${begun} ${keepAsItIs}` };
};

const Faults = ({ lines }: { lines: readonly string[] }): ReactNode => {
  if (lines.length === 0) return null;
  const more = lines.length - mostLines;
  return (
    <>
      <Plain>What does not hold together:</Plain>
      <ul style={{ margin: 0 }}>
        {lines.slice(0, mostLines).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {more > 0 ? <Plain>{`And ${count(more, 'more place', 'more places')}.`}</Plain> : null}
    </>
  );
};
