import type { Grid } from '../cell.ts';
import type { FieldId } from '../ids.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { foldedText } from '../instrument/text-normal-form.ts';
import { columnIds, entryLayout } from './entry-layout.ts';
import type { EntryColumns } from './find-columns.ts';

/** A cell of a sheet, zero-based. */
export interface EntrySpot {
  readonly row: number;
  readonly column: number;
}

/**
 * Where the answers asked once stand: in the line that has the field's label somewhere above the headers, under the
 * column in which they were drawn, wherever both have been moved. A field whose label is gone has none.
 */
export const findOnce = (
  grid: Grid,
  instrument: Pick<Instrument, 'fields' | 'rows' | 'once'>,
  columns: EntryColumns,
): ReadonlyMap<FieldId, EntrySpot> => {
  const { once = [] } = instrument;
  if (once.length === 0) return new Map();
  const { onceColumn } = entryLayout(instrument);
  const column = columns.at.get(columnIds(instrument)[onceColumn] ?? '') ?? onceColumn;
  const labels = grid
    .slice(0, columns.headerLine)
    .map((cells) => cells.map((cell, at) => (at === column ? '' : foldedText(cell))));
  return new Map(
    once.flatMap(({ id, label }): [FieldId, EntrySpot][] => {
      const row = labels.findIndex((texts) => texts.includes(foldedText(label)));
      return row < 0 ? [] : [[id, { row, column }]];
    }),
  );
};
