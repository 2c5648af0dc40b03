import type { Cell, Grid } from '../cell.ts';
import type { FieldId, RowKey } from '../ids.ts';
import { fixedRows, type Instrument } from '../instrument/instrument.ts';
import { foldedText, isBlank as looksBlank, normalText } from '../instrument/text-normal-form.ts';
import type { AnswerRow } from '../returns/content.ts';
import { isBlank } from '../returns/same-value.ts';
import type { SheetDamage } from '../rules/issue.ts';
import { columnIds } from './entry-layout.ts';
import { findColumns, type EntryColumns } from './find-columns.ts';

/** A cell of a sheet, zero-based. */
export interface EntrySpot {
  readonly row: number;
  readonly column: number;
}

/** What an entry sheet says, wherever its rows and columns stand by now. */
export interface EntryReading {
  /** Rows with at least one filled cell, in the order of the sheet; values exactly as in the cells. */
  readonly rows: readonly AnswerRow[];
  /** What people typed into "Your answer". */
  readonly typedAnswers: readonly { readonly row: RowKey; readonly text: string }[];
  /** What stands in the mentor's question column. */
  readonly shownQuestions: readonly { readonly row: RowKey; readonly text: string }[];
  readonly damage: readonly SheetDamage[];
  /** Where a cell stands now; also of `#key`, `#status`, `#question`, `#answer`. `undefined` when row or column is gone. */
  spotOf(row: RowKey, field: FieldId): EntrySpot | undefined;
  /** Which answer a cell holds; `undefined` for any other cell. */
  cellAt(spot: EntrySpot): { readonly row: RowKey; readonly field: FieldId } | undefined;
}

/**
 * Reads an entry sheet. Columns are known by the hidden row of ids, else by their headers; rows by their keys,
 * wherever they stand. Of two rows with one key the first keeps it. Without any header nothing can be read: the only
 * damage then is `header-missing`.
 */
export const readEntry = (grid: Grid, instrument: Pick<Instrument, 'fields' | 'rows'>): EntryReading => {
  const columns = findColumns(grid, instrument);
  if (columns === undefined) return unreadable;
  const { lineOf, damage } = findLines(grid, instrument, columns);
  const cell = (line: number, id: string): Cell => {
    const column = columns.at.get(id);
    return (column === undefined ? undefined : grid[line]?.[column]) ?? null;
  };
  const texts = (id: string) =>
    [...lineOf].flatMap(([row, line]) => (looksBlank(cell(line, id)) ? [] : [{ row, text: String(cell(line, id)) }]));
  const rowAt = new Map([...lineOf].map(([row, line]) => [line, row]));
  const fields = new Set(instrument.fields.map(({ id }) => id));
  const fieldAt = new Map([...columns.at].filter(([id]) => fields.has(id)).map(([id, column]) => [column, id]));
  return {
    rows: [...lineOf].flatMap(([key, line]) => {
      const filled = instrument.fields
        .map(({ id }) => [id, cell(line, id)] as const)
        .filter(([, value]) => !isBlank(value));
      return filled.length === 0 ? [] : [{ key, values: Object.fromEntries(filled) }];
    }),
    typedAnswers: texts('#answer'),
    shownQuestions: texts('#question'),
    damage: [...missingColumns(instrument, columns), ...damage],
    spotOf: (row, field) => {
      const [line, column] = [lineOf.get(row), columns.at.get(field)];
      return line === undefined || column === undefined ? undefined : { row: line, column };
    },
    cellAt: ({ row: line, column }) => {
      const [row, field] = [rowAt.get(line), fieldAt.get(column)];
      return row === undefined || field === undefined ? undefined : { row, field };
    },
  };
};

const unreadable: EntryReading = {
  rows: [],
  typedAnswers: [],
  shownQuestions: [],
  damage: [{ kind: 'header-missing' }],
  spotOf: () => undefined,
  cellAt: () => undefined,
};

/** Columns that hold or explain answers; without the others everything can still be read. */
const missingColumns = (instrument: Pick<Instrument, 'fields'>, columns: EntryColumns): readonly SheetDamage[] =>
  columnIds(instrument)
    .filter((id) => !columns.at.has(id) && (!id.startsWith('#') || id === '#question' || id === '#answer'))
    .map((field) => ({ kind: 'column-missing', field, label: columns.label(field) }));

/** Which line of the sheet each row of the instrument stands on, in the order of the sheet. */
const findLines = (
  grid: Grid,
  instrument: Pick<Instrument, 'fields' | 'rows'>,
  { at, firstLine }: EntryColumns,
): { lineOf: ReadonlyMap<RowKey, number>; damage: readonly SheetDamage[] } => {
  const keys = new Map(fixedRows(instrument).map(({ key }) => [foldedText(key), key]));
  const lineOf = new Map<RowKey, number>();
  const damage: SheetDamage[] = [];
  const keyColumn = at.get('#key') ?? 0;
  const answerColumns = [...instrument.fields.map(({ id }) => id), '#answer'].flatMap((id) => at.get(id) ?? []);
  for (let line = firstLine; line < grid.length; line += 1) {
    const cells = grid[line] ?? [];
    const typed = cells[keyColumn] ?? null;
    const key = keys.get(foldedText(typed));
    if (key === undefined) {
      if (answerColumns.some((column) => !looksBlank(cells[column])))
        damage.push({ kind: 'row-unknown', key: normalText(typed), at: line });
    } else if (lineOf.has(key)) damage.push({ kind: 'row-twice', row: key, at: line });
    else lineOf.set(key, line);
  }
  for (const { key } of fixedRows(instrument)) if (!lineOf.has(key)) damage.push({ kind: 'row-missing', row: key });
  return { lineOf, damage };
};
