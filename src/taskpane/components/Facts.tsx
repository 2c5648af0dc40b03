import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground2, margin: 0 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
});

/** Names and values, such as the lines of a receipt. */
export const Facts = (props: { facts: readonly (readonly [name: string, value: ReactNode])[] }): ReactNode => {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {props.facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
