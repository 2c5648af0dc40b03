import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  summary: {
    cursor: 'pointer',
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusSmall,
    paddingTop: '2px',
    paddingBottom: '2px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  inner: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
  },
});

/** Details that are there for who wants them. */
export const More = (props: { summary: string; open?: boolean; children: ReactNode }): ReactNode => {
  const styles = useStyles();
  return (
    <details open={props.open === true}>
      <summary className={styles.summary}>{props.summary}</summary>
      <div className={styles.inner}>{props.children}</div>
    </details>
  );
};
