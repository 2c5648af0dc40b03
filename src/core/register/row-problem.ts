/** Why a row of a file is refused. */
export type RowFault =
  /** A URN is six digits. */
  | 'urn-wrong'
  /** More than one row has this URN: none of them is taken. */
  | 'urn-twice'
  /** No school of this URN is in the register, and the row has no name to make one of. */
  | 'not-in-register'
  | 'name-missing'
  | 'too-long'
  | 'laestab-wrong'
  | 'day-wrong'
  | 'status-unknown'
  | 'not-yes-or-no'
  /** No mentor has this id or name, or two have the name. */
  | 'mentor-unknown'
  /** The row has more cells than there are headings: what stands where is not certain. */
  | 'too-many-cells';

/** What keeps a row from being taken. `row` counts as a spreadsheet does, with the headings in row 1. */
export interface RowProblem {
  readonly row: number;
  /** The heading of the column, as the file has it. */
  readonly column: string;
  readonly fault: RowFault;
  /** What stands in the cell. */
  readonly value: string;
}

/** Why nothing of a file can be read. */
export type RegisterFileFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-text' }
  /** A quotation mark is never closed; the row counts from 1. */
  | { readonly kind: 'broken'; readonly row: number }
  | { readonly kind: 'too-large' }
  /** Its headings are those of no file that is known here. */
  | { readonly kind: 'not-a-register'; readonly headings: readonly string[] }
  | { readonly kind: 'column-twice'; readonly heading: string };
