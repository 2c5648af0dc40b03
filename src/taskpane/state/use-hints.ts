import { useEffect, useRef } from 'react';
import type { Workbook, WorkbookHint } from '#workbook/workbook.ts';

/** What to do when something may have changed. */
export interface HintHandlers {
  /** Cells were edited: 300 ms after the last hint. */
  edited(): void;
  /** Another sheet came to the front: 300 ms after the last hint. */
  activated(): void;
  /** The person stands on another cell: 120 ms after the last hint. */
  selected(): void;
  /** She came back to the pane. */
  returned(): void;
}

const settleMs = { edited: 300, activated: 300, selected: 120 } as const;

/**
 * Listens to the workbook's hints and to the pane's own focus for as long as the screen stands. A burst of hints is
 * one; a hint may be lost, which is why coming back to the pane counts as well.
 */
export const useHints = (workbook: Pick<Workbook, 'watch'>, handlers: HintHandlers): void => {
  const current = useRef(handlers);
  current.current = handlers;
  useEffect(() => {
    const timers: Partial<Record<WorkbookHint['kind'], ReturnType<typeof setTimeout>>> = {};
    const soon = (what: WorkbookHint['kind']): void => {
      clearTimeout(timers[what]);
      timers[what] = setTimeout(() => current.current[what](), settleMs[what]);
    };
    const watching = workbook.watch(({ kind }) => soon(kind));
    const returned = (): void => {
      if (document.visibilityState === 'visible') current.current.returned();
    };
    window.addEventListener('focus', returned);
    document.addEventListener('visibilitychange', returned);
    return () => {
      clearTimeout(timers.edited);
      clearTimeout(timers.selected);
      window.removeEventListener('focus', returned);
      document.removeEventListener('visibilitychange', returned);
      void watching.then((stop) => (stop.ok ? stop.value() : undefined));
    };
  }, [workbook]);
};
