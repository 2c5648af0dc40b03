import type { ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../state/PaneContext.tsx';
import { Mark } from './Mark.tsx';

const useStyles = makeStyles({
  header: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`,
  },
  product: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '28px',
    // Excel puts a menu of its own over the corner: 34 by 32 pixels.
    paddingRight: '36px',
    fontWeight: tokens.fontWeightSemibold,
  },
  person: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '28px',
    color: tokens.colorNeutralForeground2,
  },
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  out: { flexShrink: 0, marginRight: '-8px' },
});

/** What this is, who is signed in, and the way out. */
export const Header = (): ReactNode => {
  const styles = useStyles();
  const { desk, state, dispatch, drafts } = usePane();
  const { person, sessionEnded } = state;
  const signOut = (): void => {
    desk.api.signOut();
    drafts.clearAll();
    dispatch({ kind: 'signed-out' });
    dispatch({ kind: 'said', text: 'Signed out.' });
  };
  return (
    <header className={styles.header}>
      <div className={styles.product}>
        <Mark />
        STEM Timeline Returns
      </div>
      {person ? (
        <div className={styles.person}>
          <span className={styles.name} title={person.name}>
            {sessionEnded ? `${person.name} (signed out)` : person.name}
          </span>
          <Button className={styles.out} appearance="subtle" size="small" onClick={signOut}>
            Sign out
          </Button>
        </div>
      ) : null}
    </header>
  );
};
