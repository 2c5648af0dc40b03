import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    boxSizing: 'border-box',
    minHeight: '48px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  below: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  arrow: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
});

/** One line of a list that opens what it names: the name, and below it a badge and what matters about it. */
export const ListRow = (props: {
  name: string;
  badge?: ReactNode;
  detail: string;
  onOpen: () => void;
}): ReactNode => {
  const styles = useStyles();
  return (
    <button type="button" className={styles.row} onClick={props.onOpen}>
      <span className={styles.words}>
        <span className={styles.name}>{props.name}</span>
        <span className={styles.below}>
          {props.badge}
          <span>{props.detail}</span>
        </span>
      </span>
      <ChevronRightRegular className={styles.arrow} aria-hidden />
    </button>
  );
};
