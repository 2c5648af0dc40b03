import type { Area } from '../cell.ts';
import type { FieldId } from '../ids.ts';
import { fixedRows, type Instrument } from '../instrument/instrument.ts';
import { columnWords } from './sheet-words.ts';

/** Columns of an entry sheet that are not fields of the instrument; named like fields in the hidden id row. */
export const systemColumns = ['#key', '#group', '#text', '#status', '#question', '#answer'] as const;
export type SystemColumn = (typeof systemColumns)[number];

type Asked = Pick<Instrument, 'fields' | 'rows' | 'once'>;

/** Where everything stands on a freshly drawn entry sheet; the check sheet uses the same cell positions. Zero-based. */
export interface EntryLayout {
  readonly titleRow: number;
  readonly ownerRow: number;
  readonly codeRow: number;
  readonly progressRow: number;
  readonly purposeRow: number;
  /** What is asked once, a line each between purpose and table: its label in the first column, its answer in `onceColumn`. */
  readonly once: readonly { readonly field: FieldId; readonly row: number }[];
  /** Where answers asked once are typed. It is a column of the table too and moves with it. */
  readonly onceColumn: number;
  /** Hidden; carries the id of each column, so that a column is known wherever it is moved. */
  readonly idRow: number;
  readonly headerRow: number;
  readonly firstRow: number;
  /** Lines that are drawn: the rows of the instrument; of an open table those expected or there already, and some more. */
  readonly rows: number;
  /** Lines that verdict formulas look at: some more, in case rows are inserted. */
  readonly watchedRows: number;
  readonly columns: number;
  column(id: FieldId | SystemColumn): number;
  /** The block of answers. */
  readonly answers: Area;
}

const firstOnceRow = 5;
/** Far enough right for the longest label to stand before it. */
const onceColumn = 3;

/**
 * Columns from the left: code, group, text, the fields in their order, status, mentor's question, answer; an open table
 * has a number in place of the first three. `present` is the number of rows that an open table has to hold already.
 */
export const entryLayout = (instrument: Asked, present = 0): EntryLayout => {
  const ids = columnIds(instrument);
  const at = new Map(ids.map((id, column) => [id, column]));
  const column = (id: string): number => {
    const found = at.get(id);
    if (found === undefined) throw new Error(`An entry sheet has no column ${id}`);
    return found;
  };
  const once = (instrument.once ?? []).map(({ id }, nth) => ({ field: id, row: firstOnceRow + nth }));
  const idRow = firstOnceRow + once.length;
  const rows = drawnRows(instrument, present);
  const firstRow = idRow + 2;
  return {
    titleRow: 0,
    ownerRow: 1,
    codeRow: 2,
    progressRow: 3,
    purposeRow: 4,
    once,
    onceColumn,
    idRow,
    headerRow: idRow + 1,
    firstRow,
    rows,
    watchedRows: rows + spareRows(instrument, rows),
    columns: ids.length,
    column,
    answers: {
      row: firstRow,
      column: columnsBefore(instrument).length,
      rows,
      columns: instrument.fields.length,
    },
  };
};

const fewestOpenRows = 20;

/** A fifth more than there are or are expected: nobody has to ask for every single row. */
const drawnRows = (instrument: Asked, present: number): number =>
  instrument.rows.kind === 'fixed'
    ? fixedRows(instrument).length
    : Math.max(fewestOpenRows, Math.ceil(Math.max(instrument.rows.expected, present) * 1.2));

/** Open tables are drawn with room to spare, so inserted rows push few lines out of sight. */
const spareRows = ({ rows: { kind } }: Asked, rows: number): number =>
  Math.max(10, Math.ceil(rows / (kind === 'fixed' ? 5 : 20)));

const columnsBefore = ({ rows }: Pick<Instrument, 'rows'>): readonly SystemColumn[] =>
  rows.kind === 'fixed' ? ['#key', '#group', '#text'] : ['#key'];

/** The ids of all columns from left to right, as the hidden id row holds them. */
export const columnIds = (instrument: Pick<Instrument, 'fields' | 'rows'>): readonly string[] => [
  ...columnsBefore(instrument),
  ...instrument.fields.map(({ id }) => id),
  ...systemColumns.slice(3),
];

/** The header of a column, or the label of what is asked once, as people see it. */
export const columnLabel = (instrument: Asked, id: FieldId | SystemColumn): string => {
  if (id === '#text') return capitalised(instrument.rows.noun.one);
  if (id === '#key' && instrument.rows.kind === 'open') return columnWords['#number'];
  if (Object.hasOwn(columnWords, id)) return columnWords[id as keyof typeof columnWords];
  return [...(instrument.once ?? []), ...instrument.fields].find((field) => field.id === id)?.label ?? id;
};

/** With its first letter in upper case: "Statement". */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
