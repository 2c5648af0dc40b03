import type { Cell } from '../cell.ts';
import type { RowKey } from '../ids.ts';
import { fixedRows, type Instrument } from '../instrument/instrument.ts';
import { normalText } from '../instrument/text-normal-form.ts';

/** A row of an open table has a number from 1 to 999,999. */
const sixDigits = /^\d{1,6}$/;

/**
 * The key that a cell of an open table's number column gives its row: a positive whole number of at most six digits,
 * typed as number or as text ("007" is 7). `undefined` for anything else, a blank cell too.
 */
export const rowNumber = (cell: Cell): RowKey | undefined => {
  const text = normalText(cell);
  return sixDigits.test(text) && Number(text) > 0 ? String(Number(text)) : undefined;
};

/** Whether a text is the key of a numbered row, written as such keys are. */
export const isRowNumber = (key: RowKey): boolean => rowNumber(key) === key;

/** The key of a filled line that has no number yet; `at` is its zero-based row on the sheet. It cannot be submitted. */
export const provisionalKey = (at: number): RowKey => `?${at + 1}`;

export const isProvisional = (key: RowKey): boolean => key.startsWith('?');

/** The number for the next new row: one more than the largest. Numbers of deleted rows are not given again below it. */
export const firstFreeNumber = (keys: Iterable<RowKey>): number => {
  let largest = 0;
  for (const key of keys) if (isRowNumber(key)) largest = Math.max(largest, Number(key));
  return largest + 1;
};

/**
 * The keys of the lines of an entry sheet as it is drawn: fixed rows in the instrument's order; of an open table the
 * rows that are there, in their order, then new numbers up to `lines`. A row without a number keeps its provisional key.
 */
export const drawnKeys = (
  instrument: Pick<Instrument, 'rows'>,
  present: readonly RowKey[],
  lines: number,
): readonly RowKey[] => {
  if (instrument.rows.kind === 'fixed') return fixedRows(instrument).map(({ key }) => key);
  const next = firstFreeNumber(present);
  return [...present, ...Array.from({ length: Math.max(0, lines - present.length) }, (_, at) => String(next + at))];
};
