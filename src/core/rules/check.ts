import type { Instrument } from '../instrument/instrument.ts';
import type { ReturnContent } from '../returns/content.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import { cellErrorRule, isCellError } from './cell-error.ts';
import type { Issue } from './issue.ts';
import { finds } from './kinds/all-kinds.ts';
import { offerOf, rowsInHand } from './row-in-hand.ts';

/**
 * All issues of a return, in the order of the instrument's rows, then fields, then rules. Rules bite on started rows
 * only: a row with nothing typed is still to do, not wrong. A cell that holds an error value (`#N/A`) gets the one
 * issue `cell-error` and no other. Rows and fields that the instrument does not have are left out; of two rows with
 * one key the first counts.
 */
export const checkContent = (
  instrument: Instrument,
  circumstances: Circumstances,
  content: Pick<ReturnContent, 'rows'>,
): Issue[] => {
  const offer = offerOf(instrument, circumstances);
  return rowsInHand(instrument, content.rows, offer).flatMap((row) => {
    if (!row.started) return [];
    return instrument.fields.flatMap(({ id }): Issue[] => {
      const at = { kind: 'rule', row: row.key, field: id, value: row.cell(id) } as const;
      if (isCellError(at.value)) return [{ ...at, rule: cellErrorRule, severity: 'error' }];
      return instrument.rules
        .filter((rule) => rule.field === id && finds(rule, row))
        .map((rule) => ({ ...at, rule: rule.id, severity: rule.severity }));
    });
  });
};
