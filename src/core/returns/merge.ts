import type { Cell } from '../cell.ts';
import type { FieldId, RowKey } from '../ids.ts';
import type { AnswerRow, Explanation, ReturnContent } from './content.ts';
import { cellsOf, placesOf } from './difference.ts';
import { isBlank, sameValue } from './same-value.ts';

/** A cell that both sides changed, each to something else. */
export interface MergeConflict {
  readonly row: RowKey;
  readonly field: FieldId;
  readonly base: Cell;
  readonly mine: Cell;
  readonly theirs: Cell;
}

/** Two workbooks of one return put together: cells that only one side changed are merged, the rest are conflicts. */
export interface Merge {
  /** Holds `mine` where there is a conflict, until a person has chosen. */
  readonly merged: ReturnContent;
  readonly conflicts: readonly MergeConflict[];
  /** Cells taken from the other side by themselves, to be shown. */
  readonly taken: readonly {
    readonly row: RowKey;
    readonly field: FieldId;
    readonly was: Cell;
    readonly now: Cell;
  }[];
}

export type Side = 'mine' | 'theirs';

/**
 * Merges two contents that grew from `base` (empty content when there is none), cell by cell on typed values:
 *
 * | mine against base | theirs against base | result            |
 * |-------------------|---------------------|-------------------|
 * | any               | same as mine        | that value        |
 * | same              | changed             | theirs, listed    |
 * | changed           | same                | mine              |
 * | changed           | changed otherwise   | conflict          |
 *
 * No value disappears: each typed value of either side is in the result, in `taken`, in a conflict, or was replaced
 * by a change that the same cell's other side made.
 */
export const merge = (base: ReturnContent, mine: ReturnContent, theirs: ReturnContent): Merge => {
  const [was, my, their] = [cellsOf(base), cellsOf(mine), cellsOf(theirs)];
  const conflicts: MergeConflict[] = [];
  const taken: { row: RowKey; field: FieldId; was: Cell; now: Cell }[] = [];
  const rows = new Map<RowKey, Record<FieldId, Cell>>();
  for (const { row, field } of placesOf(mine, theirs, base)) {
    const cell = {
      base: was.get(row)?.[field] ?? null,
      mine: my.get(row)?.[field] ?? null,
      theirs: their.get(row)?.[field] ?? null,
    };
    const takeTheirs = !sameValue(cell.mine, cell.theirs) && sameValue(cell.mine, cell.base);
    if (takeTheirs) taken.push({ row, field, was: cell.mine, now: cell.theirs });
    else if (!sameValue(cell.mine, cell.theirs) && !sameValue(cell.theirs, cell.base)) {
      conflicts.push({ row, field, ...cell });
    }
    put(rows, row, field, takeTheirs ? cell.theirs : cell.mine);
  }
  return {
    merged: { rows: answerRows(rows), explanations: mergeExplanations(mine.explanations, theirs.explanations) },
    conflicts,
    taken,
  };
};

/** The merged content after the person has chosen a side for each conflict; a conflict without a choice keeps mine. */
export const decide = (
  { merged, conflicts }: Merge,
  choice: (conflict: MergeConflict) => Side | undefined,
): ReturnContent => {
  const rows = new Map(merged.rows.map((row) => [row.key, { ...row.values }]));
  for (const conflict of conflicts) {
    if (choice(conflict) === 'theirs') put(rows, conflict.row, conflict.field, conflict.theirs);
  }
  return { ...merged, rows: answerRows(rows) };
};

const put = (rows: Map<RowKey, Record<FieldId, Cell>>, row: RowKey, field: FieldId, value: Cell): void => {
  const values = rows.get(row) ?? {};
  rows.set(row, values);
  if (isBlank(value)) delete values[field];
  else values[field] = value;
};

const answerRows = (rows: ReadonlyMap<RowKey, Record<FieldId, Cell>>): readonly AnswerRow[] =>
  [...rows].map(([key, values]) => ({ key, values })).filter(({ values }) => Object.keys(values).length > 0);

/** Both sides' explanations; where both explain the same warning of the same value in other words, both texts stay. */
const mergeExplanations = (mine: readonly Explanation[], theirs: readonly Explanation[]): readonly Explanation[] => {
  const result = [...mine];
  for (const their of theirs) {
    const at = result.findIndex(
      (my) =>
        my.row === their.row &&
        my.field === their.field &&
        my.rule === their.rule &&
        sameValue(my.value, their.value),
    );
    const my = result[at];
    if (!my) result.push(their);
    else if (!my.text.includes(their.text)) result[at] = { ...my, text: `${my.text} / ${their.text}` };
  }
  return result;
};
