/** A place that F6 goes to. */
export interface Stop {
  readonly holds: (focused: Element | null) => boolean;
  readonly focus: () => void;
  readonly isThere: () => boolean;
}

/**
 * F6 goes from one part of the window to the next, Shift+F6 back, as in Excel. It is heard in the page and in the
 * pane's frame, which is why it is joined to both windows.
 */
export function joinStops(stops: readonly Stop[]): (target: Window) => void {
  const go = (event: KeyboardEvent): void => {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const there = stops.filter((stop) => stop.isThere());
    const at = there.findIndex((stop) => stop.holds(document.activeElement));
    const step = event.shiftKey ? -1 : 1;
    there[(Math.max(at, 0) + step + there.length) % there.length]?.focus();
  };
  return (target) => target.addEventListener('keydown', go, { capture: true });
}
