import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { WireReceipt } from '#wire/shapes.ts';
import { Facts } from '../../components/Facts.tsx';
import { More } from '../../components/More.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Row } from '../../components/Row.tsx';
import { moment } from '#core/words/date-words.ts';
import { usePane } from '../../state/PaneContext.tsx';
import { capital } from '#core/words/count-words.ts';

/** What the server gave for a submission. The same stands in the workbook's record. */
export const ReceiptCard = (props: { receipt: WireReceipt; many: string }): ReactNode => {
  const { receipt, many } = props;
  const { counts } = receipt;
  return (
    <Panel title="Receipt" accent>
      <Facts
        facts={[
          ['Number', receipt.number],
          ['Received', moment(receipt.at)],
          ['Submitted by', receipt.by],
          ['Revision', receipt.revision],
          [capital(many), `${counts.rowsAnswered} of ${counts.rows}`],
          ['Cells filled', counts.cells],
          ['Explained', counts.explained],
          ['Fingerprint', <code key="short">{`${receipt.fingerprint.slice(0, 8)}…`}</code>],
        ]}
      />
      <More summary="Whole fingerprint">
        <code style={{ overflowWrap: 'anywhere' }}>{receipt.fingerprint}</code>
        <CopyButton text={`${receipt.number} ${receipt.fingerprint}`} />
      </More>
    </Panel>
  );
};

/** Copies number and fingerprint; where the host forbids it, says how to do it by hand. */
const CopyButton = (props: { text: string }): ReactNode => {
  const { dispatch } = usePane();
  const [said, setSaid] = useState('Copy number and fingerprint');
  const copy = async (): Promise<void> => {
    const words = await navigator.clipboard.writeText(props.text).then(
      () => 'Copied',
      () => 'Not allowed here: select it and press Ctrl+C',
    );
    setSaid(words);
    dispatch({ kind: 'said', text: words });
  };
  return (
    <Row>
      <Button size="small" onClick={() => void copy()}>
        {said}
      </Button>
    </Row>
  );
};
