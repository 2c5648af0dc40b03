import { useEffect, useRef, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ImportAnswer } from '#wire/register.ts';
import { ActionButton } from '../../../components/ActionButton.tsx';
import { More } from '../../../components/More.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { WindowedList } from '../../../components/WindowedList.tsx';
import { count } from '#core/words/count-words.ts';
import {
  changeKinds,
  changeWords,
  fileKind,
  importCounts,
  problemFault,
  problemPlace,
} from '../../../messages/register-words.ts';
import type { RegisterImport } from './use-import.ts';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold, outlineStyle: 'none' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  line: { padding: `${tokens.spacingVerticalXS} 0` },
  place: { fontWeight: tokens.fontWeightSemibold },
});

/** What importing a file would change, and which of its rows would be left out and why; then yes or no. */
export const ImportPreview = (props: { chosen: RegisterImport; name: string; preview: ImportAnswer }): ReactNode => {
  const styles = useStyles();
  const { chosen, name, preview } = props;
  const { take, cancel } = chosen;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const counts = importCounts(preview);
  const { unchanged, ...changing } = preview.counts;
  const everyChange = Object.values(changing).reduce((a, b) => a + b, 0) === preview.changes.length;
  const problems = preview.problems.length;
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        {`What ${name} would change`}
      </h3>
      <Quiet>{fileKind(preview)}</Quiet>
      {counts.length === 0 ? (
        <Plain>Nothing: all that it says is in the register already.</Plain>
      ) : (
        <ul className={styles.list}>
          {counts.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {unchanged > 0 ? <Quiet>{`${count(unchanged, 'row')} without a change.`}</Quiet> : null}
      {preview.changes.length === 0 ? null : (
        <More summary={everyChange ? 'Look at the changes' : `Look at the first ${preview.changes.length} changes`}>
          <WindowedList label="Changes" items={preview.changes} keyOf={({ urn }) => urn}>
            {(change) => (
              <div className={styles.line}>
                <span className={styles.place}>{`${changeKinds[change.kind]}: `}</span>
                {`${change.name}, ${change.urn}`}
                {change.fields.length === 0 ? null : <Quiet>{changeWords(change)}</Quiet>}
              </div>
            )}
          </WindowedList>
        </More>
      )}
      {problems === 0 ? null : (
        <More
          open
          summary={`${count(preview.refused, 'row')} would be left out${preview.refused > problems ? ` (the first ${problems} are shown)` : ''}`}
        >
          <WindowedList
            label="Rows left out"
            items={preview.problems}
            keyOf={({ row, column }) => `${row} ${column}`}
          >
            {(problem) => (
              <div className={styles.line}>
                <span className={styles.place}>{problemPlace(problem)}</span>
                <Quiet>{problemFault(problem)}</Quiet>
              </div>
            )}
          </WindowedList>
        </More>
      )}
      <Row>
        {counts.length === 0 ? null : (
          <ActionButton primary busy={take.busy} busyText="Importing…" onClick={() => void take.run()}>
            {problems === 0 ? 'Import' : 'Import the other rows'}
          </ActionButton>
        )}
        <Button onClick={cancel}>{counts.length === 0 ? 'Back' : 'Do not import'}</Button>
      </Row>
    </>
  );
};
