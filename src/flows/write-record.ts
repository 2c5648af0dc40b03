import { recordLine, type RecordEntry } from '#core/returns/record.ts';
import type { CellChange, SheetId, Spot } from '../workbook/workbook.ts';

/** The cells that add lines to a record at `end`. Applied twice they leave the record as once. */
export const recordChanges = (
  sheet: SheetId | undefined,
  end: Spot | undefined,
  entries: readonly RecordEntry[],
): readonly CellChange[] =>
  sheet === undefined || end === undefined
    ? []
    : entries.flatMap((entry, line) =>
        recordLine(entry).map((value, at) => ({
          sheet,
          cell: { row: end.row + line, column: end.column + at },
          value,
        })),
      );

/** The entries that the record does not have yet: nothing is logged twice. */
export const newEntries = (record: readonly RecordEntry[], entries: readonly RecordEntry[]): readonly RecordEntry[] =>
  entries.filter(
    (entry) =>
      !record.some(
        (known) =>
          known.what === entry.what &&
          known.reference === entry.reference &&
          known.row === entry.row &&
          known.field === entry.field &&
          known.text === entry.text,
      ),
  );
