import type { Cell, Grid } from '../cell.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { foldedText } from '../instrument/text-normal-form.ts';
import { columnIds, columnLabel } from './entry-layout.ts';

/** Where the columns of an entry sheet stand. */
export interface EntryColumns {
  /** Column by field id or `#…`; always has `#key`. */
  readonly at: ReadonlyMap<string, number>;
  /** The first line of the headers: only lines above it are the sheet's head. */
  readonly headerLine: number;
  /** The first line below the headers. */
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
  instrument: Pick<Instrument, 'fields' | 'rows' | 'once'>,
): EntryColumns | undefined => {
  const ids = columnIds(instrument);
  const label = (id: string) => columnLabel(instrument, id);
  const fields = instrument.fields.map(({ id }) => id);
  const header = (nameOf: (id: string) => string) =>
    headerIn(grid, new Map(ids.map((id) => [foldedText(nameOf(id)), id])), fields);

  const byId = header((id) => id);
  const byLabel = header(label);
  const found = [byId, byLabel].flatMap((one) => (one === undefined ? [] : [one.line]));
  if (found.length === 0) return undefined;
  // An id that is gone may still have its header; a column that has an id is never taken for another one.
  const at = new Map(byId?.at ?? []);
  const taken = new Set(at.values());
  for (const [id, column] of byLabel?.at ?? []) if (!at.has(id) && !taken.has(column)) at.set(id, column);
  return { at, headerLine: Math.min(...found), firstLine: Math.max(...found) + 1, label };
};

interface Header {
  readonly line: number;
  readonly at: ReadonlyMap<string, number>;
}

/** The first line with the names of the key column and of a field; of two columns with one name the left one keeps it. */
const headerIn = (grid: Grid, names: ReadonlyMap<string, string>, fields: readonly string[]): Header | undefined => {
  for (const [line, cells] of grid.entries()) {
    const at = new Map<string, number>();
    cells.forEach((cell: Cell, column) => {
      const id = typeof cell === 'string' ? names.get(foldedText(cell)) : undefined;
      if (id !== undefined && !at.has(id)) at.set(id, column);
    });
    if (at.has('#key') && fields.some((field) => at.has(field))) return { line, at };
  }
  return undefined;
};
