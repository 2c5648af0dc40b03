import { useMemo } from 'react';
import { rowsByKey } from '#core/rules/row-in-hand.ts';
import type { Fix } from '#core/rules/fixes/fix.ts';
import { fixerOf } from '#core/rules/fixes/fixer.ts';
import type { Issue } from '#core/rules/issue.ts';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';
import { useChange } from '../../state/use-change.ts';

/** What would put issues right, and doing it. */
export interface Fixes {
  /** `undefined` where there is no single thing to suggest. */
  fixOf(issue: Issue): Fix | undefined;
  readonly change: ReturnType<typeof useChange>;
}

/** One for the whole list: the instrument's rules are made ready once, not for each issue. */
export const useFixes = (): Fixes => {
  const { open, checked } = useReturnAtHand();
  const fixer = useMemo(() => fixerOf(open.instrument, open.circumstances ?? open.round), [open]);
  const rows = useMemo(() => rowsByKey(checked.content.rows), [checked]);
  const change = useChange();
  const fixOf = (issue: Issue): Fix | undefined => {
    const row = rows.get(issue.row);
    return row && fixer.fixOf(issue, row);
  };
  return { fixOf, change };
};
