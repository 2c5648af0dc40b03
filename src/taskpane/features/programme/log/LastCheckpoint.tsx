import { useState, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { hashForNote } from '#core/audit/checkpoint.ts';
import { markWords } from '#core/words/log-words.ts';
import type { WireCheckpoint } from '#wire/audit.ts';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { copyText } from '../../../components/copy-text.ts';
import { usePane } from '../../../state/PaneContext.tsx';

const useStyles = makeStyles({
  hash: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase400,
    userSelect: 'all',
  },
});

/** The last checkpoint, to be copied or written down somewhere else. */
export const LastCheckpoint = ({ last }: { last: WireCheckpoint | undefined }): ReactNode => {
  const styles = useStyles();
  const { dispatch } = usePane();
  const [copied, setCopied] = useState<string>();
  if (!last) return <Plain>There is no checkpoint yet. One is made every hour.</Plain>;
  const hash = hashForNote(last.hash);
  const copy = async (): Promise<void> => {
    const said = (await copyText(`${markWords(last)}: ${hash}`)) ? 'The checkpoint is copied.' : couldNotCopy;
    setCopied(said);
    dispatch({ kind: 'said', text: said });
  };
  return (
    <>
      <Plain>{`${markWords(last)}, the last one:`}</Plain>
      <p className={styles.hash}>{hash}</p>
      <Quiet>
        Keep it outside this server, with its day: on paper, or in your own files. Looked for here later, it shows
        that nothing from before it was changed, not even by somebody who holds the database.
      </Quiet>
      <Row>
        <Button onClick={() => void copy()}>Copy the checkpoint</Button>
      </Row>
      {copied === undefined ? null : <Quiet>{copied}</Quiet>}
    </>
  );
};

const couldNotCopy =
  'This Excel does not let the pane copy. Select the characters and press Ctrl and C, or write them down.';
