import type { Grid } from '../cell.ts';
import type { FieldId } from '../ids.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { readerOf } from '../instrument/interpret.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import type { AnswerRow } from '../returns/content.ts';
import { alreadyThere, pastedRows, type PastedRow } from './pasted-rows.ts';
import type { RecognisedTable } from './recognise-columns.ts';

/** What pasting a table would do, for the person to look at before it is done. */
export interface PasteOffer {
  readonly table: RecognisedTable;
  readonly rows: readonly PastedRow[];
  /** How the answers of each mapped column are understood. */
  readonly columns: readonly PastedColumn[];
  /** Fields that no column belongs to. */
  readonly missing: readonly FieldId[];
  /** Rows that stand in the sheet already, value for value. */
  readonly already: number;
}

export interface PastedColumn {
  readonly column: number;
  readonly field: FieldId;
  readonly filled: number;
  readonly understood: number;
  /** The first answers that are not understood, each once: pasted as they are and marked in the sheet. */
  readonly strange: readonly string[];
}

const strangeShown = 3;

/** Works out what pasting a table below the present rows would do, with the mapping as it stands. */
export const pasteOffer = (
  instrument: Pick<Instrument, 'fields'>,
  circumstances: Circumstances,
  grid: Grid,
  table: RecognisedTable,
  present: readonly AnswerRow[],
): PasteOffer => {
  const rows = pastedRows(grid, table);
  const columns = table.columns.flatMap(({ column, field: id }): PastedColumn[] => {
    const field = instrument.fields.find((one) => one.id === id);
    if (field === undefined) return [];
    const reader = readerOf(field, circumstances);
    const meanings = rows.map(({ values }) => reader.read(values[field.id] ?? null)).filter(({ filled }) => filled);
    const strange = meanings.filter(({ understood }) => !understood).map(({ text }) => text);
    return [
      {
        column,
        field: field.id,
        filled: meanings.length,
        understood: meanings.length - strange.length,
        strange: [...new Set(strange)].slice(0, strangeShown),
      },
    ];
  });
  const mapped = new Set(columns.map(({ field }) => field));
  return {
    table,
    rows,
    columns,
    missing: instrument.fields.map(({ id }) => id).filter((id) => !mapped.has(id)),
    already: alreadyThere(rows, present),
  };
};
