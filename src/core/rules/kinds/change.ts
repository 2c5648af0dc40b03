import type { Rule } from '../../instrument/instrument.ts';
import { rowInHand, rowsByKey } from '../row-in-hand.ts';
import type { RuleKind } from './rule-kind.ts';

type Change = Extract<Rule, { kind: 'change' }>;

/**
 * The number, the day or the value of the choice differs by more than `by` from what was accepted before in the row of
 * the same key. Nothing is found where either is missing. It has no native form: the accepted revision stands on no
 * sheet.
 */
export const change: RuleKind<Change> = {
  ready: ({ field, by }, { circumstances, offer }) => {
    const before = rowsByKey(circumstances.before?.rows ?? []);
    return (row) => {
      const accepted = before.get(row.key);
      if (accepted === undefined) return false;
      const [now, then] = [row.meaning(field).number, rowInHand(accepted, offer, []).meaning(field).number];
      return now !== undefined && then !== undefined && Math.abs(now - then) > by;
    };
  },
  formula: () => undefined,
};
