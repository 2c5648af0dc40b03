import type { ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';
import { usePane } from '../state/PaneContext.tsx';

const useStyles = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Says what happened to people who listen, once what they hear now is over. */
export const LiveRegion = (): ReactNode => {
  const styles = useStyles();
  const { said } = usePane().state;
  return (
    <div role="status" aria-live="polite" className={styles.unseen}>
      {/* A new element each time, so that the same words twice are said twice. */}
      <span key={said.number}>{said.text}</span>
    </div>
  );
};
