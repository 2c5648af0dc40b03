import type { Cell } from '../cell.ts';
import type { FieldId, RowKey } from '../ids.ts';
import { choicesOf } from '../instrument/choices.ts';
import type { Choice, Instrument } from '../instrument/instrument.ts';
import { interpret } from '../instrument/interpret.ts';
import { isBlank } from '../instrument/text-normal-form.ts';
import type { AnswerRow } from '../returns/content.ts';
import type { Round } from '../returns/round.ts';

/** What each field offers in a round, looked up once for a whole return. */
export type Offer = ReadonlyMap<FieldId, readonly Choice[]>;

export const offerOf = (instrument: Pick<Instrument, 'fields'>, round: Pick<Round, 'academicYear'>): Offer =>
  new Map(instrument.fields.map((field) => [field.id, choicesOf(field, round)]));

/** One row as rules see it: cells as typed, and what they mean. */
export interface RowInHand {
  readonly key: RowKey;
  /** The cell as typed; `null` when blank or absent. */
  cell(field: FieldId): Cell;
  /** Whether the cell's normal form is not empty: a cell with nothing but spaces is blank. */
  filled(field: FieldId): boolean;
  /** The choice a cell means; `undefined` when blank or not understood. */
  choice(field: FieldId): Choice | undefined;
  /** Any field of the row is filled. Rules bite on started rows only; the others are still to do. */
  readonly started: boolean;
}

export const rowInHand = (row: AnswerRow, offer: Offer): RowInHand => {
  const cell = (field: FieldId): Cell => row.values[field] ?? null;
  const filled = (field: FieldId): boolean => !isBlank(cell(field));
  return {
    key: row.key,
    cell,
    filled,
    choice: (field) => interpret(offer.get(field) ?? [], cell(field)),
    started: [...offer.keys()].some(filled),
  };
};

/** Rows by their keys; of two rows with one key the first counts. */
export const rowsByKey = (rows: readonly AnswerRow[]): ReadonlyMap<RowKey, AnswerRow> =>
  new Map([...rows].reverse().map((row) => [row.key, row]));

/** The answered rows of an instrument in its own order; rows that it does not have are left out. */
export const rowsInHand = (
  instrument: Pick<Instrument, 'rows'>,
  rows: readonly AnswerRow[],
  offer: Offer,
): readonly RowInHand[] => {
  const byKey = rowsByKey(rows);
  return instrument.rows.items.flatMap(({ key }) => {
    const row = byKey.get(key);
    return row === undefined ? [] : [rowInHand(row, offer)];
  });
};
