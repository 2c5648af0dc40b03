import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  heading: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** The heading of a part of a screen, above its cards. */
export const PartHeading = (props: { children: ReactNode }): ReactNode => {
  const styles = useStyles();
  return <h2 className={styles.heading}>{props.children}</h2>;
};
