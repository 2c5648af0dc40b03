import type { Area } from '../cell.ts';
import type { FieldId } from '../ids.ts';
import { fixedRows, type Instrument } from '../instrument/instrument.ts';
import { columnWords } from './sheet-words.ts';

/** Columns of an entry sheet that are not fields of the instrument; named like fields in the hidden id row. */
export const systemColumns = ['#key', '#group', '#text', '#status', '#question', '#answer'] as const;
export type SystemColumn = (typeof systemColumns)[number];

/** Where everything stands on a freshly drawn entry sheet; the check sheet uses the same cell positions. Zero-based. */
export interface EntryLayout {
  readonly titleRow: number;
  readonly ownerRow: number;
  readonly codeRow: number;
  readonly progressRow: number;
  readonly purposeRow: number;
  /** Hidden; carries the id of each column, so that a column is known wherever it is moved. */
  readonly idRow: number;
  readonly headerRow: number;
  readonly firstRow: number;
  /** Rows of the instrument. */
  readonly rows: number;
  /** Rows that verdict formulas look at: some more, in case rows are inserted. */
  readonly watchedRows: number;
  readonly columns: number;
  column(id: FieldId | SystemColumn): number;
  /** The block of answers. */
  readonly answers: Area;
}

/** Columns from the left: code, group, text, the fields in their order, status, mentor's question, answer. */
export const entryLayout = (instrument: Pick<Instrument, 'fields' | 'rows'>): EntryLayout => {
  const ids = columnIds(instrument);
  const at = new Map(ids.map((id, column) => [id, column]));
  const column = (id: string): number => {
    const found = at.get(id);
    if (found === undefined) throw new Error(`An entry sheet has no column ${id}`);
    return found;
  };
  const rows = fixedRows(instrument).length;
  const firstRow = 7;
  return {
    titleRow: 0,
    ownerRow: 1,
    codeRow: 2,
    progressRow: 3,
    purposeRow: 4,
    idRow: 5,
    headerRow: 6,
    firstRow,
    rows,
    watchedRows: rows + Math.max(10, Math.ceil(rows / 5)),
    columns: ids.length,
    column,
    answers: { row: firstRow, column: 3, rows, columns: instrument.fields.length },
  };
};

/** The ids of all columns from left to right, as the hidden id row holds them. */
export const columnIds = (instrument: Pick<Instrument, 'fields'>): readonly string[] => [
  ...systemColumns.slice(0, 3),
  ...instrument.fields.map(({ id }) => id),
  ...systemColumns.slice(3),
];

/** The header of a column, as people see it. */
export const columnLabel = (instrument: Pick<Instrument, 'fields' | 'rows'>, id: FieldId | SystemColumn): string => {
  if (id === '#text') return capitalised(instrument.rows.noun.one);
  if (id in columnWords) return columnWords[id as keyof typeof columnWords];
  return instrument.fields.find((field) => field.id === id)?.label ?? id;
};

/** With its first letter in upper case: "Statement". */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
