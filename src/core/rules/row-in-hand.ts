import type { Cell } from '../cell.ts';
import type { FieldId, RowKey } from '../ids.ts';
import { fixedRows, onceKey, type Choice, type Field, type Instrument } from '../instrument/instrument.ts';
import { readerOf, type FieldReader, type Meaning } from '../instrument/interpret.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import type { AnswerRow } from '../returns/content.ts';

/** How every field is read in the circumstances of a return, those asked once too. */
export type Offer = ReadonlyMap<FieldId, FieldReader>;

export const offerOf = (instrument: Pick<Instrument, 'fields' | 'once'>, circumstances: Circumstances): Offer =>
  new Map(
    [...(instrument.once ?? []), ...instrument.fields].map((field) => [field.id, readerOf(field, circumstances)]),
  );

/** One row as rules and measures see it: cells as typed, and what they mean. */
export interface RowInHand {
  readonly key: RowKey;
  /** The cell as typed; `null` when blank or absent. */
  cell(field: FieldId): Cell;
  /** What the cell says; a field that the instrument does not have says nothing. */
  meaning(field: FieldId): Meaning;
  /** Whether the cell's normal form is not empty: a cell with nothing but spaces is blank. */
  filled(field: FieldId): boolean;
  /** The one choice a cell means; `undefined` when blank, not understood, or of a field where several may be made. */
  choice(field: FieldId): Choice | undefined;
  /** Any field of the row is filled. Rules bite on started rows only; the others are still to do. */
  readonly started: boolean;
}

const nothing: Meaning = { text: '', filled: false, understood: false, choices: [] };

/** A row with the fields it has: `instrument.fields`, or those asked once. */
export const rowInHand = (row: AnswerRow, offer: Offer, fields: readonly Pick<Field, 'id'>[]): RowInHand => {
  const cell = (field: FieldId): Cell => row.values[field] ?? null;
  const meaning = (field: FieldId): Meaning => offer.get(field)?.read(cell(field)) ?? nothing;
  return {
    key: row.key,
    cell,
    meaning,
    filled: (field) => meaning(field).filled,
    choice: (field) => {
      const { choices } = meaning(field);
      return choices.length === 1 ? choices[0] : undefined;
    },
    started: fields.some(({ id }) => meaning(id).filled),
  };
};

/** Rows by their keys; of two rows with one key the first counts. */
export const rowsByKey = (rows: readonly AnswerRow[]): ReadonlyMap<RowKey, AnswerRow> =>
  new Map([...rows].reverse().map((row) => [row.key, row]));

/**
 * The answered rows that count: fixed rows in the instrument's order, rows that it does not have left out; open rows in
 * the order in which they stand, of two with one key the first. What is asked once is not among them.
 */
export const countedRows = (
  instrument: Pick<Instrument, 'rows'>,
  rows: readonly AnswerRow[],
): readonly AnswerRow[] => {
  const byKey = rowsByKey(rows);
  if (instrument.rows.kind === 'open') return rows.filter((row) => row.key !== onceKey && byKey.get(row.key) === row);
  return fixedRows(instrument).flatMap(({ key }) => byKey.get(key) ?? []);
};

/** The answered rows that count, in their order. */
export const rowsInHand = (
  instrument: Pick<Instrument, 'rows' | 'fields'>,
  rows: readonly AnswerRow[],
  offer: Offer,
): readonly RowInHand[] => countedRows(instrument, rows).map((row) => rowInHand(row, offer, instrument.fields));

/** What is asked once, as a row of its own; blank when nothing of it is answered. */
export const onceInHand = (
  instrument: Pick<Instrument, 'once'>,
  rows: readonly AnswerRow[],
  offer: Offer,
): RowInHand =>
  rowInHand(rows.find(({ key }) => key === onceKey) ?? { key: onceKey, values: {} }, offer, instrument.once ?? []);
