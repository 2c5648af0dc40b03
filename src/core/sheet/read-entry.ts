import type { Cell, Grid } from '../cell.ts';
import type { FieldId, RowKey } from '../ids.ts';
import { type Instrument, onceKey } from '../instrument/instrument.ts';
import { isBlank as looksBlank } from '../instrument/text-normal-form.ts';
import type { AnswerRow } from '../returns/content.ts';
import { isBlank } from '../returns/same-value.ts';
import type { SheetDamage } from '../rules/issue.ts';
import { columnIds } from './entry-layout.ts';
import { findColumns, type EntryColumns } from './find-columns.ts';
import { findLines } from './find-lines.ts';
import { findOnce, type EntrySpot } from './find-once.ts';
import { isRowNumber } from './row-numbers.ts';

/** What an entry sheet says, wherever its rows and columns stand by now. */
export interface EntryReading {
  /**
   * Rows with at least one filled cell, in the order of the sheet; values exactly as in the cells. What is asked once
   * comes first. A filled line of an open table without a number has a provisional key.
   */
  readonly rows: readonly AnswerRow[];
  /** The keys of all lines, blank rows and provisional keys too, in the order of the sheet. */
  readonly keys: readonly RowKey[];
  /** Numbered lines of an open table below its last filled one, ready to be filled; none of fixed rows. */
  readonly freeLines: readonly { readonly row: number; readonly key: RowKey }[];
  /** What people typed into "Your answer". */
  readonly typedAnswers: readonly { readonly row: RowKey; readonly text: string }[];
  /** What stands in the mentor's question column. */
  readonly shownQuestions: readonly { readonly row: RowKey; readonly text: string }[];
  readonly damage: readonly SheetDamage[];
  /** Where a column stands now; also `#key`, `#status`, `#question`, `#answer`. `undefined` when it is gone. */
  columnOf(field: FieldId): number | undefined;
  /** Where a cell stands now, of those columns. `undefined` when row or column is gone. */
  spotOf(row: RowKey, field: FieldId): EntrySpot | undefined;
  /** Which answer a cell holds; `undefined` for any other cell. */
  cellAt(spot: EntrySpot): { readonly row: RowKey; readonly field: FieldId } | undefined;
}

/**
 * Reads an entry sheet. Columns are known by the hidden row of ids, else by their headers; rows by their keys,
 * wherever they stand; what is asked once by its labels above the headers. Questions and answers about it stand in the
 * line of its first field. Without any header nothing can be read: the only damage then is `header-missing`.
 */
export const readEntry = (grid: Grid, instrument: Pick<Instrument, 'fields' | 'rows' | 'once'>): EntryReading => {
  const columns = findColumns(grid, instrument);
  if (columns === undefined) return unreadable;
  const { lineOf, damage } = findLines(grid, instrument, columns);
  const onceAt = findOnce(grid, instrument, columns);
  const talkOnce = onceAt.get(instrument.once?.[0]?.id ?? '')?.row;
  const spotOf = (row: RowKey, field: FieldId): EntrySpot | undefined => {
    if (row === onceKey && onceAt.has(field)) return onceAt.get(field);
    const line = row === onceKey ? talkOnce : lineOf.get(row);
    const column = columns.at.get(field);
    const isTalk = field === '#question' || field === '#answer';
    if (line === undefined || column === undefined || (row === onceKey && !isTalk)) return undefined;
    return { row: line, column };
  };
  const cell = (row: RowKey, field: FieldId): Cell => {
    const spot = spotOf(row, field);
    return (spot === undefined ? undefined : grid[spot.row]?.[spot.column]) ?? null;
  };
  const answers = (key: RowKey, fields: readonly { readonly id: FieldId }[]): readonly AnswerRow[] => {
    const filled = fields.map(({ id }) => [id, cell(key, id)] as const).filter(([, value]) => !isBlank(value));
    return filled.length === 0 ? [] : [{ key, values: Object.fromEntries(filled) }];
  };
  const keys = [...lineOf.keys()];
  const rows = [
    ...answers(onceKey, instrument.once ?? []),
    ...keys.flatMap((key) => answers(key, instrument.fields)),
  ];
  const texts = (id: string) =>
    [onceKey, ...keys].flatMap((row) => {
      const typed = cell(row, id);
      return looksBlank(typed) ? [] : [{ row, text: String(typed) }];
    });
  return {
    rows,
    keys,
    freeLines: instrument.rows.kind === 'open' ? freeLines(lineOf, rows) : [],
    typedAnswers: texts('#answer'),
    shownQuestions: texts('#question'),
    damage: [...missingColumns(instrument, columns, onceAt), ...damage],
    columnOf: (field) => columns.at.get(field),
    spotOf,
    cellAt: placesOfAnswers(instrument, columns, lineOf, onceAt),
  };
};

const unreadable: EntryReading = {
  rows: [],
  keys: [],
  freeLines: [],
  typedAnswers: [],
  shownQuestions: [],
  damage: [{ kind: 'header-missing' }],
  columnOf: () => undefined,
  spotOf: () => undefined,
  cellAt: () => undefined,
};

const placesOfAnswers = (
  instrument: Pick<Instrument, 'fields'>,
  columns: EntryColumns,
  lineOf: ReadonlyMap<RowKey, number>,
  onceAt: ReadonlyMap<FieldId, EntrySpot>,
): EntryReading['cellAt'] => {
  const rowAt = new Map([...lineOf].map(([row, line]) => [line, row]));
  const fields = new Set(instrument.fields.map(({ id }) => id));
  const fieldAt = new Map([...columns.at].filter(([id]) => fields.has(id)).map(([id, column]) => [column, id]));
  return ({ row: line, column }) => {
    for (const [field, spot] of onceAt)
      if (spot.row === line && spot.column === column) return { row: onceKey, field };
    const [row, field] = [rowAt.get(line), fieldAt.get(column)];
    return row === undefined || field === undefined ? undefined : { row, field };
  };
};

/** Lines without a single answer below all that have one. */
const freeLines = (lineOf: ReadonlyMap<RowKey, number>, rows: readonly AnswerRow[]): EntryReading['freeLines'] => {
  const lastFilled = Math.max(-1, ...rows.map(({ key }) => lineOf.get(key) ?? -1));
  return [...lineOf].filter(([key, row]) => row > lastFilled && isRowNumber(key)).map(([key, row]) => ({ row, key }));
};

/** Columns and lines that hold or explain answers; without the others everything can still be read. */
const missingColumns = (
  instrument: Pick<Instrument, 'fields' | 'rows' | 'once'>,
  columns: EntryColumns,
  onceAt: ReadonlyMap<FieldId, EntrySpot>,
): readonly SheetDamage[] => [
  ...columnIds(instrument)
    .filter((id) => !columns.at.has(id) && (!id.startsWith('#') || id === '#question' || id === '#answer'))
    .map((field): SheetDamage => ({ kind: 'column-missing', field, label: columns.label(field) })),
  ...(instrument.once ?? [])
    .filter(({ id }) => !onceAt.has(id))
    .map(({ id, label }): SheetDamage => ({ kind: 'column-missing', field: id, label })),
];
