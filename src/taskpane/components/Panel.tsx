import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  accent: { borderLeft: `3px solid ${tokens.colorBrandStroke1}` },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** A part of a screen with a heading of its own; `accent` marks what to look at first. */
export const Panel = (props: {
  title?: ReactNode;
  /** Its name for people who listen, when the title alone would not do. */
  label?: string;
  accent?: boolean;
  children: ReactNode;
}): ReactNode => {
  const styles = useStyles();
  const name = props.label ?? (typeof props.title === 'string' ? props.title : undefined);
  return (
    <section aria-label={name} className={mergeClasses(styles.panel, props.accent === true && styles.accent)}>
      {props.title === undefined ? null : <h2 className={styles.heading}>{props.title}</h2>}
      {props.children}
    </section>
  );
};
