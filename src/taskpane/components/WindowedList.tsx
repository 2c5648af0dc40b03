import { useCallback, useEffect, useRef, useState, type FocusEvent, type ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  item: { minWidth: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  card: { minWidth: 0, paddingBottom: tokens.spacingVerticalS },
});

/** Rows that appear and go together: few enough that drawing them is not felt, many enough to scroll through. */
const together = 30;
/** Pixels around what is seen in which rows are drawn already. */
const ahead = 600;
/** Pixels of a row that was never drawn. */
const guessedRow = 56;

/**
 * A list of which only the rows about the window are in the page, however long it is. Rows may be of any height and
 * scroll with the page; thirty at a time are drawn when they come near and leave room when they are far. The rows with
 * the focus always stay, and each says which of how many it is.
 */
export const WindowedList = <T,>(props: {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Its end is near: the rows that follow may be fetched. */
  onEnd?: () => void;
  /** How many there are when not all have been fetched. */
  total?: number;
  /** The items are cards, which need no lines between them. */
  cards?: boolean;
  children: (item: T) => ReactNode;
}): ReactNode => {
  const styles = useStyles();
  const { items, keyOf, onEnd, total = items.length } = props;
  const groups = Array.from({ length: Math.ceil(items.length / together) }, (_, at) => at * together);
  return (
    <div role="list" aria-label={props.label} className={styles.list}>
      {groups.map((start) => (
        <Group key={start} first={start < 2 * together} size={Math.min(together, items.length - start)}>
          {() =>
            items.slice(start, start + together).map((item, at) => (
              <div
                key={keyOf(item)}
                role="listitem"
                aria-setsize={total}
                aria-posinset={start + at + 1}
                className={props.cards === true ? styles.card : styles.item}
              >
                {props.children(item)}
              </div>
            ))
          }
        </Group>
      ))}
      {onEnd ? <End key={items.length} onNear={onEnd} /> : null}
    </div>
  );
};

/** Some rows, or the room they take. `first` ones are drawn at once, so that nothing flickers when a list appears. */
const Group = (props: { first: boolean; size: number; children: () => ReactNode }): ReactNode => {
  const [near, setNear] = useState(props.first);
  const [held, setHeld] = useState(false);
  const room = useRef(props.size * guessedRow);
  const place = useNearness(
    useCallback((isNear: boolean, element: Element) => {
      const { height } = element.getBoundingClientRect();
      // A list that is hidden as a whole is as high as nothing; its rows stay, so that she finds them again.
      if (!isNear && height === 0) return;
      if (!isNear) room.current = height;
      setNear(isNear);
    }, []),
  );
  const shown = near || held;
  return (
    <div
      ref={place}
      role="presentation"
      style={shown ? undefined : { height: room.current }}
      onFocus={() => setHeld(true)}
      onBlur={(event: FocusEvent) => setHeld(event.currentTarget.contains(event.relatedTarget))}
    >
      {shown ? props.children() : null}
    </div>
  );
};

const End = (props: { onNear: () => void }): ReactNode => {
  const { onNear } = props;
  const place = useNearness(useCallback((isNear: boolean) => (isNear ? onNear() : undefined), [onNear]));
  return <div ref={place} role="presentation" />;
};

/** Tells when an element comes near the window and when it goes. Where nothing can tell, everything is near. */
const useNearness = (tell: (near: boolean, element: Element) => void) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    if (typeof IntersectionObserver === 'undefined') {
      tell(true, element);
      return undefined;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (last) tell(last.isIntersecting, element);
      },
      { rootMargin: `${ahead}px 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [tell]);
  return place;
};
