import type { ReactNode } from 'react';
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { Intent, Note } from '../messages/words.ts';

const useStyles = makeStyles({
  body: { display: 'block', overflowWrap: 'anywhere', whiteSpace: 'normal', paddingTop: '2px', paddingBottom: '4px' },
  title: { display: 'block' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalXS,
  },
});

/** A message where it belongs, with what can be done below it; it is said aloud by what caused it, not by being drawn. */
export const Message = (props: {
  intent: Intent;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  onDismiss?: () => void;
}): ReactNode => {
  const styles = useStyles();
  const { onDismiss } = props;
  return (
    <MessageBar intent={props.intent} layout="multiline">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle className={styles.title}>{props.title}</MessageBarTitle>
        {props.children}
        {props.actions === undefined ? null : <div className={styles.actions}>{props.actions}</div>}
      </MessageBarBody>
      {onDismiss === undefined ? null : (
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              aria-label="Close this message"
              icon={<DismissRegular />}
              onClick={onDismiss}
            />
          }
        />
      )}
    </MessageBar>
  );
};

/** How an action ended; nothing when it has not ended yet. */
export const Outcome = (props: { note: Note | undefined; onDismiss?: () => void }): ReactNode =>
  props.note ? (
    <Message
      intent={props.note.intent}
      title={props.note.title}
      {...(props.onDismiss ? { onDismiss: props.onDismiss } : {})}
    >
      {props.note.todo}
    </Message>
  ) : null;
