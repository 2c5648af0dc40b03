import { failed, ok } from '#core/result.ts';
import type { PastedRow } from '#core/paste/pasted-rows.ts';
import type { CellChange } from '../workbook/workbook.ts';
import { addRows } from './add-rows.ts';
import type { ChangedCell } from './change-cells.ts';
import { checkReturn } from './check-return.ts';
import type { Desk, OpenReturn } from './desk.ts';
import { fromWorkbook, type FlowResult } from './flow-result.ts';

/**
 * Writes pasted rows into the free lines below everything that is filled, one line each, values exactly as they came;
 * a table that is too short gets more lines first. Nothing that stands in the sheet is touched. Answers what was
 * written, to be handed to `undoChanges`.
 */
export const pasteRows = async (
  desk: Desk,
  open: OpenReturn,
  rows: readonly PastedRow[],
): Promise<FlowResult<readonly ChangedCell[]>> => {
  if (rows.length === 0) return ok([]);
  const before = await checkReturn(desk, open);
  if (!before.ok) return before;
  const missing = rows.length - before.value.freeLines.length;
  if (missing > 0) {
    const added = await addRows(desk, open, missing);
    if (!added.ok) return added;
  }
  const checked = missing > 0 ? await checkReturn(desk, open) : before;
  if (!checked.ok) return checked;
  const { freeLines, columnOf } = checked.value;
  if (freeLines.length < rows.length) return failed({ kind: 'sheet-damaged' });

  const written: ChangedCell[] = [];
  const cells: CellChange[] = [];
  rows.forEach(({ values }, at) => {
    const line = freeLines[at];
    if (line === undefined) return;
    for (const [field, value] of Object.entries(values)) {
      const column = columnOf(field);
      if (column === undefined) continue;
      cells.push({ sheet: open.sheets.entry, cell: { row: line.row, column }, value });
      written.push({ row: line.key, field, before: null, after: value });
    }
  });
  const applied = fromWorkbook(await desk.workbook.apply(cells));
  return applied.ok ? ok(written) : applied;
};
