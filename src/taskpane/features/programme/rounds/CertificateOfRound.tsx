import { useCallback, useRef, useState, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { roundId } from '#core/ids.ts';
import { fromApi } from '#flows/flow-result.ts';
import type { WireRound } from '#wire/shapes.ts';
import { LoadedPart } from '../../../components/LoadedPart.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { ScreenHeading } from '../../../components/ScreenHeading.tsx';
import { copyText } from '../../../components/copy-text.ts';
import { printAlone } from '../../../components/print-alone.ts';
import { certificateWords } from '../../../messages/retention-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';
import { useLoaded } from '../../../state/use-loaded.ts';

const useStyles = makeStyles({
  text: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** That a round is purged, and the certificate of what went, to be copied or printed. */
export const CertificateOfRound = ({ round }: { round: WireRound }): ReactNode => {
  const styles = useStyles();
  const { desk, dispatch } = usePane();
  const certificate = useLoaded(
    useCallback(async () => fromApi(await desk.api.programme.certificateText(roundId(round.id))), [desk, round.id]),
  );
  const [copied, setCopied] = useState<string>();
  const place = useRef<HTMLPreElement>(null);
  const copy = async (text: string): Promise<void> => {
    const said = (await copyText(text)) ? certificateWords.copied : certificateWords.notCopied;
    setCopied(said);
    dispatch({ kind: 'said', text: said });
  };
  return (
    <>
      <ScreenHeading part>{`${round.title} is purged`}</ScreenHeading>
      <Plain>{certificateWords.what}</Plain>
      <LoadedPart loaded={certificate} waiting="Fetching the certificate…">
        {(text) => (
          <Panel label="Certificate">
            <Row>
              <Button appearance="primary" onClick={() => void copy(text)}>
                Copy
              </Button>
              <Button
                onClick={() => (place.current ? printAlone(place.current, `Certificate ${round.id}`) : undefined)}
              >
                Print
              </Button>
            </Row>
            {copied === undefined ? null : <Quiet>{copied}</Quiet>}
            <pre ref={place} className={styles.text}>
              {text}
            </pre>
          </Panel>
        )}
      </LoadedPart>
    </>
  );
};
