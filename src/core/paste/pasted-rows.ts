import type { Cell, Grid } from '../cell.ts';
import type { FieldId } from '../ids.ts';
import { isBlank } from '../instrument/text-normal-form.ts';
import type { RecognisedTable } from './recognise-columns.ts';

/** One row taken from a pasted table; values exactly as they stand there, blank ones left out. */
export interface PastedRow {
  /** Zero-based row of the table. */
  readonly line: number;
  readonly values: Readonly<Record<FieldId, Cell>>;
}

/**
 * The rows below the headings that say anything in a column that belongs to a field, in their order. Other columns are
 * not read.
 */
export const pastedRows = (grid: Grid, { headingRow, columns }: RecognisedTable): readonly PastedRow[] => {
  const mapped = columns.flatMap(({ column, field }) => (field === undefined ? [] : [{ column, field }]));
  return grid.slice(headingRow + 1).flatMap((cells, at) => {
    const filled = mapped
      .map(({ column, field }) => [field, cells[column] ?? null] as const)
      .filter(([, value]) => !isBlank(value));
    return filled.length === 0 ? [] : [{ line: headingRow + 1 + at, values: Object.fromEntries(filled) }];
  });
};

/** A column given to another field by the person, or to none; whichever column had that field before loses it. */
export const withMapping = (table: RecognisedTable, column: number, field: FieldId | undefined): RecognisedTable => ({
  ...table,
  columns: table.columns.map((match) => {
    const bare = { column: match.column, heading: match.heading };
    if (match.column === column) return field === undefined ? bare : { ...bare, field };
    return field !== undefined && match.field === field ? { ...bare, repeats: field } : match;
  }),
});

/**
 * How many of the pasted rows stand among the rows that are there already, value for value: a sign that the same table
 * is being pasted a second time. Pupils who answered alike exist, so this is a hint and never a refusal.
 */
export const alreadyThere = (
  pasted: readonly PastedRow[],
  present: readonly { readonly values: Readonly<Record<FieldId, Cell>> }[],
): number => {
  const left = new Map<string, number>();
  for (const { values } of present) left.set(fingerprintOf(values), (left.get(fingerprintOf(values)) ?? 0) + 1);
  return pasted.filter(({ values }) => {
    const print = fingerprintOf(values);
    const count = left.get(print) ?? 0;
    if (count > 0) left.set(print, count - 1);
    return count > 0;
  }).length;
};

const fingerprintOf = (values: Readonly<Record<FieldId, Cell>>): string =>
  JSON.stringify(
    Object.entries(values)
      .filter(([, value]) => !isBlank(value))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, value]) => [field, String(value)]),
  );
