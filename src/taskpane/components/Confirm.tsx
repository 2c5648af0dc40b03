import { useEffect, useRef, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ActionButton } from './ActionButton.tsx';
import { Row } from './Row.tsx';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  question: { margin: 0, fontWeight: tokens.fontWeightSemibold, ':focus': { outline: 'none' } },
});

/**
 * Asks once more before something that others will see, in place of the button that was pressed. The question takes
 * the focus; Escape or "no" gives it back through `onNo`.
 */
export const Confirm = (props: {
  question: string;
  children?: ReactNode;
  yes: string;
  busyText: string;
  busy: boolean;
  no: string;
  onYes: () => void;
  onNo: () => void;
  /** What Escape does where "no" leads elsewhere. */
  onEscape?: () => void;
}): ReactNode => {
  const styles = useStyles();
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => question.current?.focus(), []);
  return (
    <div
      role="group"
      aria-label={props.question}
      className={styles.box}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !props.busy) (props.onEscape ?? props.onNo)();
      }}
    >
      <p ref={question} tabIndex={-1} className={styles.question}>
        {props.question}
      </p>
      {props.children}
      <Row>
        <ActionButton primary busy={props.busy} busyText={props.busyText} onClick={props.onYes}>
          {props.yes}
        </ActionButton>
        <Button onClick={props.onNo}>{props.no}</Button>
      </Row>
    </div>
  );
};
