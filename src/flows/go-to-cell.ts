import type { Cell } from '#core/cell.ts';
import type { FieldId, RowKey } from '#core/ids.ts';
import { failed, ok } from '#core/result.ts';
import { cellsOf } from '#core/returns/difference.ts';
import type { CheckedReturn } from './check-return.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';

/** Brings a cell of a return into view and selects it. Fails with `sheet-damaged` when the cell is no longer there. */
export const goToCell = async (
  desk: Desk,
  open: OpenReturn,
  checked: CheckedReturn,
  row: RowKey,
  field: FieldId,
): Promise<FlowResult<void>> => {
  const spot = checked.spotOf(row, field);
  if (!spot) return failed({ kind: 'sheet-damaged' });
  return fromWorkbook(await desk.workbook.show(open.sheets.entry, spot));
};

/** The answer cell on which the person stands, with what is in it; `undefined` when she stands elsewhere. */
export const cellInHand = async (
  desk: Desk,
  open: OpenReturn,
  checked: CheckedReturn,
): Promise<FlowResult<{ readonly row: RowKey; readonly field: FieldId; readonly value: Cell } | undefined>> => {
  const selection = fromWorkbook(await desk.workbook.selection());
  if (!selection.ok) return selection;
  if (selection.value?.sheet !== open.sheets.entry) return ok(undefined);
  const cell = checked.cellAt(selection.value.cell);
  return ok(cell && { ...cell, value: cellsOf(checked.content).get(cell.row)?.[cell.field] ?? null });
};
