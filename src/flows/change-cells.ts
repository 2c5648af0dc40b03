import type { Cell } from '#core/cell.ts';
import type { FieldId, RowKey } from '#core/ids.ts';
import { failed, ok } from '#core/result.ts';
import { cellsOf } from '#core/returns/difference.ts';
import { sameValue } from '#core/returns/same-value.ts';
import type { CellChange } from '../workbook/workbook.ts';
import { checkReturn } from './check-return.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';

/** A cell that the pane changed for the person: what stood there, and what stands there since. */
export interface ChangedCell {
  readonly row: RowKey;
  readonly field: FieldId;
  readonly before: Cell;
  readonly after: Cell;
}

/**
 * Changes answers for the person, who has seen each change before: where the cell still holds `before` it gets
 * `after`, wherever it stands by now. A cell that holds something else meanwhile is left alone. Answers the cells that
 * were changed, to be handed to `undoChanges`.
 */
export const changeCells = async (
  desk: Desk,
  open: OpenReturn,
  changes: readonly ChangedCell[],
): Promise<FlowResult<readonly ChangedCell[]>> => {
  const checked = await checkReturn(desk, open);
  if (!checked.ok) return checked;
  const present = cellsOf(checked.value.content);
  const fitting = changes.flatMap((change) => {
    const spot = checked.value.spotOf(change.row, change.field);
    const same = sameValue(present.get(change.row)?.[change.field], change.before);
    return spot !== undefined && same ? [{ change, spot }] : [];
  });
  if (fitting.length === 0) return ok([]);
  const cells: readonly CellChange[] = fitting.map(({ change, spot }) => ({
    sheet: open.sheets.entry,
    cell: spot,
    value: change.after,
  }));
  const written = fromWorkbook(await desk.workbook.apply(cells));
  return written.ok ? ok(fitting.map(({ change }) => change)) : failed(written.failure);
};

/**
 * Takes changes back: every cell that still holds what was written gets back what stood there before. Answers how many
 * were taken back, and how many were changed since and left alone.
 */
export const undoChanges = async (
  desk: Desk,
  open: OpenReturn,
  changes: readonly ChangedCell[],
): Promise<FlowResult<{ readonly undone: number; readonly changedSince: number }>> => {
  const back = changes.map(({ before, after, ...place }) => ({ ...place, before: after, after: before }));
  const undone = await changeCells(desk, open, back);
  return undone.ok ? ok({ undone: undone.value.length, changedSince: changes.length - undone.value.length }) : undone;
};
