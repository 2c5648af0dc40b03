import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { CounterBadge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

/** One tab: its word, and how many things wait behind it. */
export interface TabOf<Name extends string> {
  readonly name: Name;
  readonly title: string;
  readonly count?: number;
  /** What the count counts, for people who listen: "open". */
  readonly counted?: string;
}

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXS, marginLeft: '-8px' },
  tab: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '6px',
    padding: '6px 8px',
    border: 'none',
    borderBottom: '2px solid transparent',
    borderRadius: `${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0 0`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { borderBottomColor: tokens.colorNeutralStroke1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
    // With forced colours every border has one colour, transparent ones too: the width must tell.
    '@media (forced-colors: active)': { borderBottomWidth: '4px' },
  },
  panel: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_at, last) => last,
};

/**
 * Tabs and the panel of the chosen one. One tab is in the tab order; arrow keys, Home and End go to the others and
 * choose them. `between` stands between tabs and panel, whichever is chosen. (Fluent's own tabs put focusable helpers
 * into the page that people who listen meet as nameless things.)
 */
export const Tabs = <Name extends string>(props: {
  label: string;
  tabs: readonly TabOf<Name>[];
  chosen: Name;
  onChoose: (name: Name) => void;
  /** Goes up when a person came to the chosen tab by another button, which is gone now: the tab takes the focus. */
  arrivals: number;
  between?: ReactNode;
  children: ReactNode;
}): ReactNode => {
  const styles = useStyles();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { tabs, chosen, onChoose, arrivals } = props;
  useEffect(() => {
    if (arrivals > 0) list.current?.querySelector<HTMLButtonElement>('[aria-selected=true]')?.focus();
  }, [arrivals]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ name }) => name === chosen);
    const to = steps[event.key]?.(at, tabs.length - 1);
    const tab = to === undefined ? undefined : tabs[to];
    if (to === undefined || !tab) return;
    event.preventDefault();
    onChoose(tab.name);
    list.current?.querySelectorAll<HTMLButtonElement>('[role=tab]')[to]?.focus();
  };
  return (
    <>
      <div ref={list} role="tablist" aria-label={props.label} className={styles.list} onKeyDown={onKeyDown}>
        {tabs.map(({ name, title, count = 0, counted = '' }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}${name}`}
            aria-selected={name === chosen}
            aria-controls={`${id}panel`}
            aria-label={count === 0 ? title : `${title}, ${count} ${counted}`}
            tabIndex={name === chosen ? 0 : -1}
            className={mergeClasses(styles.tab, name === chosen && styles.selected)}
            onClick={() => onChoose(name)}
          >
            {title}
            {count === 0 ? null : <CounterBadge count={count} size="small" color="important" aria-hidden />}
          </button>
        ))}
      </div>
      {props.between}
      <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${chosen}`} className={styles.panel}>
        {props.children}
      </div>
    </>
  );
};
