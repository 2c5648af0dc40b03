import type { FieldId, RowKey } from '../ids.ts';
import { fixedRows, onceKey, type Instrument } from '../instrument/instrument.ts';

/** Where a place of the first version of a path is in its last; `undefined` where it is gone. Values play no part. */
export const movedPlace = (
  path: readonly Instrument[],
  place: { readonly row: RowKey; readonly field: FieldId },
): { readonly row: RowKey; readonly field: FieldId } | undefined => {
  let { row, field } = place;
  for (const to of path.slice(1)) {
    const { rows = {}, fields = {} } = to.predecessor ?? {};
    const newRow = row === onceKey ? row : moved(rows, row);
    const newField = moved(fields, field);
    if (newRow === null || newField === null) return undefined;
    [row, field] = [newRow, newField];
  }
  const last = path.at(-1);
  const here = row === onceKey ? last?.once : last?.fields;
  const isRow = last?.rows.kind !== 'fixed' || row === onceKey || fixedRows(last).some(({ key }) => key === row);
  return isRow && here?.some(({ id }) => id === field) ? { row, field } : undefined;
};

const moved = (moves: Readonly<Record<string, string | null>>, id: string): string | null =>
  Object.hasOwn(moves, id) ? (moves[id] ?? null) : id;
