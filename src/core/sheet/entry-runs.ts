import type { Area } from '../cell.ts';
import type { FieldId, RowKey } from '../ids.ts';
import type { Field } from '../instrument/instrument.ts';
import type { PlanContext } from './plan-context.ts';

/** Neighbouring lines of the entry sheet with one mark. `row` is the sheet's row of the first. */
export interface LineRun<M> {
  readonly row: number;
  readonly rows: number;
  readonly keys: readonly RowKey[];
  readonly mark: M;
}

/** The lines of the table, wherever rows stand by now, put together where `mark` is the same; without a key left out. */
export const lineRuns = <M>(
  { keys, check: { entry } }: PlanContext,
  mark: (key: RowKey) => M,
): readonly LineRun<M>[] => {
  const runs: { row: number; rows: number; keys: RowKey[]; mark: M }[] = [];
  keys.forEach((key, at) => {
    if (key === undefined) return;
    const [row, last] = [entry.firstRow + at, runs.at(-1)];
    const marked = mark(key);
    if (last && last.row + last.rows === row && last.mark === marked) {
      last.rows += 1;
      last.keys.push(key);
    } else runs.push({ row, rows: 1, keys: [key], mark: marked });
  });
  return runs;
};

/** Fields whose columns are neighbours, from left to right, put together where `mark` is the same. */
export const fieldRuns = <M>(
  { instrument, check: { entry } }: PlanContext,
  mark: (field: Field) => M,
): readonly { readonly column: number; readonly fields: readonly Field[]; readonly mark: M }[] => {
  const runs: { column: number; fields: Field[]; mark: M }[] = [];
  const placed = instrument.fields.map((field) => ({ field, column: entry.column(field.id) }));
  for (const { field, column } of placed.sort((a, b) => a.column - b.column)) {
    const last = runs.at(-1);
    const marked = mark(field);
    if (last && last.column + last.fields.length === column && last.mark === marked) last.fields.push(field);
    else runs.push({ column, fields: [field], mark: marked });
  }
  return runs;
};

/** All lines of one column, those in between that are not ours too. */
export const wholeColumn = ({ keys, check: { entry } }: PlanContext, column: number, columns = 1): Area => ({
  row: entry.firstRow,
  column,
  rows: keys.length,
  columns,
});

/** Where what is asked once is answered: one cell. */
export const onceCell = ({ check: { entry } }: PlanContext, field: FieldId): Area => {
  const row = entry.once.find((line) => line.field === field)?.row;
  if (row === undefined) throw new Error(`An entry sheet has no line for ${field}`);
  return { row, column: entry.onceColumn, rows: 1, columns: 1 };
};
