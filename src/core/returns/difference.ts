import type { Cell } from '../cell.ts';
import type { FieldId, RowKey } from '../ids.ts';
import type { ReturnContent } from './content.ts';
import { sameValue } from './same-value.ts';

/** One cell in which two states of a return differ. `null` is a blank cell. */
export interface CellDifference {
  readonly row: RowKey;
  readonly field: FieldId;
  readonly theirs: Cell;
  readonly mine: Cell;
}

/** A return as cells by row key and field id. */
export type CellMap = ReadonlyMap<RowKey, Readonly<Record<FieldId, Cell>>>;

export const cellsOf = (content: ReturnContent): CellMap => new Map(content.rows.map((row) => [row.key, row.values]));

/** Every (row, field) that is filled in at least one of the contents, rows and fields in order of first appearance. */
export const placesOf = (...contents: readonly ReturnContent[]): readonly { row: RowKey; field: FieldId }[] => {
  const rows = new Map<RowKey, Set<FieldId>>();
  for (const { key, values } of contents.flatMap((content) => content.rows)) {
    const fields = rows.get(key) ?? new Set();
    rows.set(key, fields);
    for (const field of Object.keys(values)) fields.add(field);
  }
  return [...rows].flatMap(([row, fields]) => [...fields].map((field) => ({ row, field })));
};

/** The cells whose typed values differ, in the order of their first appearance; explanations are not compared. */
export const differences = (theirs: ReturnContent, mine: ReturnContent): readonly CellDifference[] => {
  const [their, my] = [cellsOf(theirs), cellsOf(mine)];
  return placesOf(theirs, mine)
    .map(({ row, field }) => ({
      row,
      field,
      theirs: their.get(row)?.[field] ?? null,
      mine: my.get(row)?.[field] ?? null,
    }))
    .filter((cell) => !sameValue(cell.theirs, cell.mine));
};
