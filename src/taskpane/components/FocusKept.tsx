import { useEffect, useRef, type ReactNode } from 'react';

const stops = 'a[href], button:not([disabled]), input, select, textarea, summary, [tabindex]';

/**
 * A part of the page in which nobody loses her place: when a button goes with what it did, what now stands there, or
 * next after it, takes the focus; at the end what stands before it, else the heading. A move of the focus by anything
 * else goes before this, and while she types in the sheet nothing moves.
 */
export const FocusKept = (props: { className: string; children: ReactNode }): ReactNode => {
  const part = useRef<HTMLElement>(null);
  useEffect(() => (part.current ? keepFocusIn(part.current) : undefined), []);
  return (
    <main ref={part} className={props.className}>
      {props.children}
    </main>
  );
};

const keepFocusIn = (part: HTMLElement): (() => void) => {
  let held: Element | undefined;
  const onFocusIn = ({ target }: FocusEvent): void => {
    held = target as Element;
  };
  // Chromium tells of an element that is about to be taken away as if she had left it herself: a moment later it shows.
  const onFocusOut = (): void => {
    const left = held;
    queueMicrotask(() => {
      if (left?.isConnected === true && held === left && document.activeElement !== left) held = undefined;
    });
  };
  const observer = new MutationObserver((changes) => {
    if (held === undefined || held.isConnected) return;
    const gone = held;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (!lost || !document.hasFocus()) return;
    const last = changes
      .filter(({ target, removedNodes }) => wentWith(gone, removedNodes) && target.isConnected)
      .at(-1);
    held = undefined;
    if (last) nextStop(part, last)?.focus();
  });
  part.addEventListener('focusin', onFocusIn);
  part.addEventListener('focusout', onFocusOut);
  observer.observe(part, { childList: true, subtree: true });
  return () => {
    part.removeEventListener('focusin', onFocusIn);
    part.removeEventListener('focusout', onFocusOut);
    observer.disconnect();
  };
};

const wentWith = (gone: Element, removed: NodeList): boolean => [...removed].some((node) => node.contains(gone));

/** Where the focus goes from the place at which something was taken away. */
const nextStop = (part: HTMLElement, { target, previousSibling }: MutationRecord): HTMLElement | undefined => {
  const all = [...part.querySelectorAll<HTMLElement>(stops)].filter(isStop);
  const before = previousSibling?.isConnected === true ? previousSibling : undefined;
  const after = all.find((stop) =>
    before ? follows(before, stop) && !before.contains(stop) : target.contains(stop) || follows(target, stop),
  );
  return after ?? all.at(-1) ?? part.querySelector<HTMLElement>('h1') ?? undefined;
};

const follows = (place: Node, stop: Node): boolean =>
  (place.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** What the Tab key stops at: not what is skipped on purpose, nor what is hidden or folded away. */
const isStop = (element: HTMLElement): boolean => {
  if (element.tabIndex < 0 || element.closest('[hidden]') !== null) return false;
  const folded = element.closest('details:not([open])');
  return folded === null || (element.tagName === 'SUMMARY' && element.parentElement === folded);
};
