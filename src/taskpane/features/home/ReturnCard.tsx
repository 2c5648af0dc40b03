import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { WireReturnLine } from '#wire/shapes.ts';
import { ActionButton } from '../../components/ActionButton.tsx';
import { Outcome } from '../../components/Message.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Plain, Quiet } from '../../components/Quiet.tsx';
import { Row } from '../../components/Row.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import type { Action } from '../../state/use-action.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
});

/** One return in a list: what it is, how far it is, what to do next, and the button that does it. */
export const ReturnCard = (props: {
  title: string;
  /** A second line, such as until when the round is open. */
  detail: string;
  line: Pick<WireReturnLine, 'state'>;
  stateText: string;
  next: string;
  /** `undefined` when there is nothing to open yet; `next` says why. */
  button: string | undefined;
  primary: boolean;
  open: Action<[]>;
}): ReactNode => {
  const styles = useStyles();
  const { open, button } = props;
  // Two rounds of one school must not sound alike.
  const name = props.detail === '' ? props.title : `${props.title}, ${props.detail}`;
  return (
    <Panel label={name} accent={props.primary}>
      <div className={styles.head}>
        <CardTitle>{props.title}</CardTitle>
        <StateBadge state={props.line.state}>{props.stateText}</StateBadge>
      </div>
      {props.detail === '' ? null : <Quiet>{props.detail}</Quiet>}
      <Plain>{props.next}</Plain>
      {button === undefined ? null : (
        <Row>
          <ActionButton
            primary={props.primary}
            busy={open.busy}
            busyText="Opening…"
            label={`${button}: ${name}`}
            onClick={() => void open.run()}
          >
            {button}
          </ActionButton>
        </Row>
      )}
      <Outcome note={open.note} onDismiss={open.clear} />
    </Panel>
  );
};

const useTitleStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    minWidth: 0,
  },
});

const CardTitle = (props: { children: string }): ReactNode => {
  const styles = useTitleStyles();
  return <h2 className={styles.title}>{props.children}</h2>;
};
