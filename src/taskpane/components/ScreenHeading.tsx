import { useEffect, useRef, type ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../state/PaneContext.tsx';

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    borderRadius: tokens.borderRadiusSmall,
    ':focus': { outline: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
});

/** The screen's own heading. It takes the focus after each move of the person, and never otherwise. */
export const ScreenHeading = (props: { children: ReactNode }): ReactNode => {
  const styles = useStyles();
  const { moves } = usePane().state;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // While she types in the sheet the pane has no focus to move.
    if (moves > 0 && document.hasFocus()) heading.current?.focus();
  }, [moves]);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.heading}>
      {props.children}
    </h1>
  );
};
