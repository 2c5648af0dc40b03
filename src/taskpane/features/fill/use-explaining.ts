import { useState } from 'react';
import { usePane } from '../../state/PaneContext.tsx';
import { useReturnAtHand } from '../../state/ReturnContext.tsx';

/** The rules whose warnings she explains all at once. Each stays in the list until she is done with it, whatever becomes of its cells. */
export interface Explaining {
  readonly rules: ReadonlySet<string>;
  /** The key of what she writes about a rule. */
  draftOf(rule: string): string;
  begin(rule: string): void;
  end(rule: string): void;
}

/** One for the whole list; what she has written and not saved counts, though she was elsewhere meanwhile. */
export const useExplaining = (): Explaining => {
  const { drafts } = usePane();
  const { open } = useReturnAtHand();
  const [begun, setBegun] = useState<readonly string[]>([]);
  const start = `explain ${open.owner} ${open.round.id} all `;
  return {
    rules: new Set([...begun, ...drafts.namesAfter(start)]),
    draftOf: (rule) => `${start}${rule}`,
    begin: (rule) => setBegun((before) => [...before, rule]),
    end: (rule) => setBegun((before) => before.filter((other) => other !== rule)),
  };
};
