import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
});

/** Things side by side that may wrap, such as the buttons of one question. */
export const Row = (props: { children: ReactNode }): ReactNode => {
  const styles = useStyles();
  return <div className={styles.row}>{props.children}</div>;
};
