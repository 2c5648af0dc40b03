import type { Rule } from '../../instrument/instrument.ts';
import { holds } from '../condition.ts';
import { offerOf, onceInHand, rowsInHand } from '../row-in-hand.ts';
import type { RuleKind } from './rule-kind.ts';

type CrossSheet = Extract<Rule, { kind: 'cross-sheet' }>;

/**
 * The cell is filled and `when` holds here while in the owner's return of the instrument `of` the condition `other`
 * holds in any started row, or in what is asked there once. Nothing is found when that return is not at hand. It has no
 * native form: a formula cannot know which sheet of which workbook holds the other return.
 */
export const crossSheet: RuleKind<CrossSheet> = {
  ready: ({ field, when, of, other }, { circumstances }) => {
    const found = circumstances.others?.[of];
    if (found === undefined) return () => false;
    const offer = offerOf(found.instrument, circumstances);
    const rows = [
      onceInHand(found.instrument, found.rows, offer),
      ...rowsInHand(found.instrument, found.rows, offer),
    ];
    const there = rows.some((row) => row.started && holds(other, row));
    return (row) => there && row.filled(field) && holds(when, row);
  },
  formula: () => undefined,
};
