import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
  text: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
});

/** A paragraph that explains and does not call. */
export const Quiet = (props: { children: ReactNode }): ReactNode => {
  const styles = useStyles();
  return <p className={styles.quiet}>{props.children}</p>;
};

/** A paragraph in the ordinary voice; line breaks typed by people stay. */
export const Plain = (props: { children: ReactNode }): ReactNode => {
  const styles = useStyles();
  return <p className={styles.text}>{props.children}</p>;
};
