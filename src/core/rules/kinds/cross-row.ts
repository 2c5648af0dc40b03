import type { Rule } from '../../instrument/instrument.ts';
import { allOf, isFilledText } from '../check-terms.ts';
import { conditionFormula, holds } from '../condition.ts';
import { rowInHand } from '../row-in-hand.ts';
import type { RuleKind } from './rule-kind.ts';

type CrossRow = Extract<Rule, { kind: 'cross-row' }>;

/**
 * The cell is filled and `when` holds here while `other.when` holds in the row `other.row`, which is a blank one when
 * nothing is answered there. Equal as long as that row's line stands on the sheet.
 */
export const crossRow: RuleKind<CrossRow> = {
  across: ({ field, when, other }, { instrument, offer }) => {
    const blank = rowInHand({ key: other.row, values: {} }, offer, instrument.fields);
    return ({ rows }) => {
      const there = holds(other.when, rows.find(({ key }) => key === other.row) ?? blank);
      return (row) => there && row.filled(field) && holds(when, row);
    };
  },
  formula: ({ field, when, other }, here, table) => {
    const there = `(${table.rowPlace}=${table.placeOfRow(other.row)})*${conditionFormula(other.when, table)}`;
    return allOf([isFilledText(here.text(field)), conditionFormula(when, here), `SUMPRODUCT(${there})>0`]);
  },
};
