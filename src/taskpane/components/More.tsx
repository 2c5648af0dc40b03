import { useState, type ReactNode } from 'react';
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

/** Details that are there for who wants them; `long` ones are only drawn once somebody does. */
export const More = (props: { summary: string; open?: boolean; long?: boolean; children: ReactNode }): ReactNode => {
  const styles = useStyles();
  const [wanted, setWanted] = useState(props.long !== true || props.open === true);
  return (
    <details open={props.open === true} onToggle={() => setWanted(true)}>
      <summary className={styles.summary}>{props.summary}</summary>
      <div className={styles.inner}>{wanted ? props.children : null}</div>
    </details>
  );
};
