import type { FaultCode } from '../instrument-fault.ts';

/** A cell of a definition workbook: `rules` and `C7`. */
export interface CellPlace {
  readonly sheet: string;
  readonly cell: string;
}

/** A mistake in a definition workbook, where the person who wrote it finds it. */
export interface SheetFault extends CellPlace {
  readonly code: FaultCode | ReadFaultCode;
  /** What was found there, or the schema's own remark. */
  readonly detail: string;
}

export type ReadFaultCode =
  | 'sheet-missing'
  /** No line begins with the first heading of the sheet. */
  | 'headings-missing'
  | 'heading-unknown'
  | 'heading-twice'
  /** A line of the first sheet that is no setting. */
  | 'setting-unknown'
  | 'setting-twice'
  | 'not-a-number'
  | 'not-yes-or-no'
  /** A quotation mark is opened and not closed. */
  | 'list-unreadable'
  /** Not of the form `2007 out of planted-2007`. */
  | 'rate-unreadable'
  /** A condition stops making sense: the detail is what was expected and the character, `comparison 6`. */
  | 'condition-unreadable'
  | 'not-a-kind-of-move';
