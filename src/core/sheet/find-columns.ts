import type { Grid } from '../cell.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { foldedText } from '../instrument/text-normal-form.ts';
import { columnIds, columnLabel } from './entry-layout.ts';

/** Where the columns of an entry sheet stand. */
export interface EntryColumns {
  /** Column by field id or `#…`; always has `#key`. */
  readonly at: ReadonlyMap<string, number>;
  /** The first line below the header. */
  readonly firstLine: number;
  label(id: string): string;
}

/**
 * Finds the columns by the row that carries their ids; a column whose id is gone, by its header; without any id row
 * all of them by the header row. A header counts as one only with the key column and at least one field. `undefined`
 * when there is none.
 */
export const findColumns = (
  grid: Grid,
  instrument: Pick<Instrument, 'fields' | 'rows'>,
): EntryColumns | undefined => {
  const ids = columnIds(instrument);
  const label = (id: string) => columnLabel(instrument, id);
  const fields = instrument.fields.map(({ id }) => id);
  const isHeader = (found: ReadonlyMap<string, number>) =>
    found.has('#key') && fields.some((field) => found.has(field));

  const byId = grid.map((_, row) => columnsIn(grid, row, ids, (id) => id));
  const byLabel = grid.map((_, row) => columnsIn(grid, row, ids, label));
  const idRow = byId.findIndex(isHeader);
  const labelRow = byLabel.findIndex(isHeader);
  if (idRow < 0 && labelRow < 0) return undefined;
  // An id that is gone may still have its header; a column that has an id is never taken for another one.
  const at = new Map(idRow < 0 ? [] : byId[idRow]);
  const taken = new Set(at.values());
  for (const [id, column] of byLabel[labelRow] ?? []) if (!at.has(id) && !taken.has(column)) at.set(id, column);
  return { at, firstLine: Math.max(idRow, labelRow) + 1, label };
};

/** Of two columns with one name the left one keeps it. */
const columnsIn = (
  grid: Grid,
  row: number,
  ids: readonly string[],
  nameOf: (id: string) => string,
): ReadonlyMap<string, number> => {
  const names = (grid[row] ?? []).map(foldedText);
  const found = ids.map((id) => [id, names.indexOf(foldedText(nameOf(id)))] as const);
  return new Map(found.filter(([, column]) => column >= 0));
};
