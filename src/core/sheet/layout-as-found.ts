import type { Cell, Grid } from '../cell.ts';
import type { RowKey } from '../ids.ts';
import { fixedRows, onceKey, type Instrument } from '../instrument/instrument.ts';
import { foldedText, isBlank, normalText } from '../instrument/text-normal-form.ts';
import { readSheetCode } from '../returns/sheet-code.ts';
import { columnIds, columnLabel, entryLayout, type EntryLayout } from './entry-layout.ts';
import { findColumns, type EntryColumns } from './find-columns.ts';
import type { FoundLayout } from './plan-context.ts';
import { readEntry } from './read-entry.ts';
import { firstFreeNumber, isRowNumber, provisionalKey, rowNumber } from './row-numbers.ts';

/**
 * Where the parts of an entry sheet stand by now, to plan it anew for there: columns by their ids, lines by their keys.
 * A column that is gone goes to the right end, a fixed row that is gone below the last line; an open table ends with its
 * last numbered or filled line, and gets `more` new lines. `undefined` where no heading is left, or no row for the ids.
 */
export const layoutAsFound = (grid: Grid, instrument: Instrument, more = 0): FoundLayout | undefined => {
  const columns = findColumns(grid, instrument);
  const rows = columns && headRows(grid, instrument, columns);
  if (columns === undefined || rows === undefined) return undefined;
  const drawn = entryLayout(instrument);
  const { column, count } = placedColumns(grid, instrument, columns);
  const firstRow = rows.headerRow + 1;
  const keys =
    instrument.rows.kind === 'fixed'
      ? fixedKeys(grid, instrument, firstRow)
      : openKeys(grid, column('#key'), firstRow, answerColumns(instrument, column), more);
  const answers = instrument.fields.map(({ id }) => column(id));
  const [left, right] = [Math.min(...answers), Math.max(...answers)];
  const entry: EntryLayout = {
    ...rows,
    onceColumn: columns.at.get(columnIds(instrument)[drawn.onceColumn] ?? '') ?? drawn.onceColumn,
    firstRow,
    rows: keys.length,
    watchedRows: keys.length + drawn.watchedRows - drawn.rows,
    columns: count,
    column,
    answers: { row: firstRow, column: left, rows: keys.length, columns: right - left + 1 },
  };
  return { entry, keys };
};

type HeadRows = Pick<
  EntryLayout,
  'titleRow' | 'ownerRow' | 'codeRow' | 'progressRow' | 'purposeRow' | 'once' | 'idRow' | 'headerRow'
>;

const headRows = (grid: Grid, instrument: Instrument, { at, firstLine }: EntryColumns): HeadRows | undefined => {
  const key = at.get('#key') ?? 0;
  const isText = (row: number, text: string) => foldedText(grid[row]?.[key] ?? null) === foldedText(text);
  const above = Array.from({ length: firstLine }, (_, row) => row);
  const found = {
    idRow: above.find((row) => isText(row, '#key')),
    headerRow: above.find((row) => isText(row, columnLabel(instrument, '#key'))),
  };
  const headerRow = found.headerRow ?? (found.idRow === undefined ? undefined : found.idRow + 1);
  if (headerRow === undefined) return undefined;
  const idRow = found.idRow ?? (isBlankLine(grid, headerRow - 1) ? headerRow - 1 : undefined);
  if (idRow === undefined || idRow < 0) return undefined;
  const drawn = entryLayout(instrument);
  const codeRow = above.find((row) => (grid[row] ?? []).some((cell) => readSheetCode(cell) !== undefined));
  const shift = (codeRow ?? drawn.codeRow) - drawn.codeRow;
  const purposeRow =
    above.find((row) => String(grid[row]?.[0] ?? '').startsWith(instrument.purpose)) ??
    drawn.purposeRow + idRow - drawn.idRow;
  const reading = readEntry(grid, instrument);
  return {
    titleRow: Math.max(0, drawn.titleRow + shift),
    ownerRow: Math.max(0, drawn.ownerRow + shift),
    codeRow: drawn.codeRow + shift,
    progressRow: purposeRow - 1,
    purposeRow,
    once: drawn.once.map(({ field }, nth) => ({
      field,
      row: reading.spotOf(onceKey, field)?.row ?? purposeRow + 1 + nth,
    })),
    idRow,
    headerRow,
  };
};

const isBlankLine = (grid: Grid, row: number): boolean =>
  row >= 0 && (grid[row] ?? []).every((cell) => isBlank(cell));

/** Columns where they stand; those that are gone right of everything, in their order. */
const placedColumns = (grid: Grid, instrument: Instrument, { at }: EntryColumns) => {
  let count = Math.max(grid[0]?.length ?? 0, ...[...at.values()].map((column) => column + 1));
  const placed = new Map(columnIds(instrument).map((id) => [id, at.get(id) ?? count++]));
  const column = (id: string): number => {
    const found = placed.get(id);
    if (found === undefined) throw new Error(`An entry sheet has no column ${id}`);
    return found;
  };
  return { column, count };
};

const answerColumns = (instrument: Instrument, column: (id: string) => number): readonly number[] => [
  ...instrument.fields.map(({ id }) => column(id)),
  column('#answer'),
];

const fixedKeys = (grid: Grid, instrument: Instrument, firstRow: number): readonly (RowKey | undefined)[] => {
  const { spotOf } = readEntry(grid, instrument);
  const keys: (RowKey | undefined)[] = [];
  const gone: RowKey[] = [];
  for (const { key } of fixedRows(instrument)) {
    const spot = spotOf(key, '#key');
    if (spot === undefined) gone.push(key);
    else keys[spot.row - firstRow] = key;
  }
  const next = gone.length === 0 ? keys.length : Math.max(keys.length, grid.length - firstRow);
  gone.forEach((key, at) => (keys[next + at] = key));
  return Array.from(keys);
};

/** A line without a number, or with one that stands above already, keeps its place and waits for a number. */
const openKeys = (
  grid: Grid,
  keyColumn: number,
  firstRow: number,
  columns: readonly number[],
  more: number,
): readonly RowKey[] => {
  const taken = new Set<RowKey>();
  const keys: RowKey[] = [];
  for (let row = firstRow; row < grid.length; row += 1) {
    const cells: readonly Cell[] = grid[row] ?? [];
    const number = rowNumber(cells[keyColumn] ?? null);
    const isFilled = columns.some((column) => normalText(cells[column] ?? null) !== '');
    if (number === undefined && !isFilled) continue;
    while (keys.length < row - firstRow) keys.push(provisionalKey(firstRow + keys.length));
    keys.push(number === undefined || taken.has(number) ? provisionalKey(row) : number);
    if (number !== undefined) taken.add(number);
  }
  const next = firstFreeNumber(keys.filter(isRowNumber));
  return [...keys, ...Array.from({ length: more }, (_, at) => String(next + at))];
};
