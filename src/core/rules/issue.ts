import type { Cell } from '../cell.ts';
import type { FieldId, RowKey } from '../ids.ts';
import type { Severity } from '../instrument/instrument.ts';

/**
 * A finding of a rule on a cell. `error` must be fixed before submitting, `warning` is fixed or explained, `advice`
 * may be ignored. The words are the rule's own message, looked up by `rule` in the instrument.
 */
export interface Issue {
  readonly kind: 'rule';
  readonly rule: string;
  readonly severity: Severity;
  readonly row: RowKey;
  readonly field: FieldId;
  readonly value: Cell;
}

/** What is wrong with the sheet itself, found while reading it. Worded in `taskpane/messages`. */
export type SheetDamage =
  | { readonly kind: 'code-unreadable'; readonly found: string }
  | { readonly kind: 'header-missing' }
  | { readonly kind: 'column-missing'; readonly field: FieldId; readonly label: string }
  | { readonly kind: 'row-missing'; readonly row: RowKey }
  /** Two rows carry one key: the first keeps it. `at` is the zero-based sheet row of the second. */
  | { readonly kind: 'row-twice'; readonly row: RowKey; readonly at: number }
  /** A filled row whose key is blank or not of this instrument; its cells are left alone and not submitted. */
  | { readonly kind: 'row-unknown'; readonly key: string; readonly at: number }
  /** A filled row of an open table that has no number yet: numbering the rows mends it. */
  | { readonly kind: 'row-without-number'; readonly at: number };
