import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { MadeCode } from '#wire/people.ts';
import { Plain, Quiet } from '../../../components/Quiet.tsx';
import { Row } from '../../../components/Row.tsx';
import { copyText } from '../../../components/copy-text.ts';
import { printAlone } from '../../../components/print-alone.ts';
import { day } from '#core/words/date-words.ts';
import { codeLetter } from '../../../messages/people-words.ts';
import { usePane } from '../../../state/PaneContext.tsx';

const useStyles = makeStyles({
  slip: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `2px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold, outlineStyle: 'none' },
  code: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    userSelect: 'all',
  },
});

/** A new access code, this once: to be copied, printed or written down. */
export const NewCode = (props: { made: MadeCode; name: string; onDone: () => void }): ReactNode => {
  const styles = useStyles();
  const { made, name } = props;
  const { dispatch } = usePane();
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const heading = useRef<HTMLHeadingElement>(null);
  const slip = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = async (): Promise<void> => {
    const done = await copyText(made.code);
    setCopied(done ? 'yes' : 'no');
    dispatch({ kind: 'said', text: done ? 'The code is copied.' : couldNotCopy });
  };
  return (
    <>
      <div ref={slip} className={styles.slip}>
        <h3 ref={heading} tabIndex={-1} className={styles.heading}>
          {`Access code for ${name}`}
        </h3>
        <p className={styles.code}>{made.code}</p>
        <Quiet>
          {made.about.expires === undefined ? '' : `It holds until ${day(made.about.expires)}. `}
          {codeLetter.how}
        </Quiet>
        <Quiet>{codeLetter.keep}</Quiet>
      </div>
      <Plain>It is shown only now and kept nowhere. Copy or print it, and hand it over safely.</Plain>
      <Row>
        <Button appearance="primary" onClick={() => void copy()}>
          Copy
        </Button>
        <Button onClick={() => (slip.current ? printAlone(slip.current, codeLetter.title) : undefined)}>Print</Button>
        <Button onClick={props.onDone}>I have it, hide the code</Button>
      </Row>
      {copied === undefined ? null : <Quiet>{copied === 'yes' ? 'The code is copied.' : couldNotCopy}</Quiet>}
    </>
  );
};

const couldNotCopy = 'This Excel does not let the pane copy. Select the code and press Ctrl and C, or write it down.';
