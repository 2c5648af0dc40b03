import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../state/PaneContext.tsx';

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    // It can only be focused by the pane, for people who listen; a ring would look like a button.
    outlineStyle: 'none',
  },
});

/**
 * The screen's own heading. It takes the focus after each move of the person, and never otherwise. `part` makes it the
 * heading of what takes the place of a part of the screen.
 */
export const ScreenHeading = (props: { children: ReactNode; part?: boolean }): ReactNode => {
  const styles = useStyles();
  const { moves } = usePane().state;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // While she types in the sheet the pane has no focus to move.
    if (moves > 0 && document.hasFocus()) heading.current?.focus();
  }, [moves]);
  const Heading = props.part === true ? 'h2' : 'h1';
  return (
    <Heading ref={heading} tabIndex={-1} className={styles.heading}>
      {props.children}
    </Heading>
  );
};
