import { BooleanNumber, CommandType } from '@univerjs/core';
import { SetWorksheetRowAutoHeightMutation } from '@univerjs/sheets';
import { AutoHeightController } from '@univerjs/sheets-ui';
import type { UniverModel } from '../engine/univer-model.ts';

/** Rows are measured this long after a change, so that one measuring serves many changes; milliseconds. */
const pause = 60;

/**
 * Makes rows as high as their text, unless somebody has given them a height, as Excel does. The engine does so by itself
 * for what a person types; here it is done for what the add-in writes. Sheets are measured when they are shown.
 */
export function followHeights(model: UniverModel): () => void {
  const { book } = model;
  const unmeasured = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const measure = (): void => {
    timer = undefined;
    const sheet = model.sheets.active();
    const used = unmeasured.has(sheet) ? model.cells.used(sheet, true) : undefined;
    unmeasured.delete(sheet);
    if (!used) return;
    const rows = book.sheet(sheet).getRowManager();
    const columns = { startColumn: used.column, endColumn: used.column + used.columns - 1 };
    const ranges = Array.from({ length: used.rows }, (_, step) => used.row + step)
      .filter((row) => rows.getRow(row)?.ia !== BooleanNumber.FALSE && !model.looks.rowHidden(sheet, row))
      .map((row) => ({ startRow: row, endRow: row, ...columns }));
    const found = book.injector.get(AutoHeightController).getUndoRedoParamsOfAutoHeight(ranges, sheet);
    for (const { id, params } of found.redos) book.run(id, params as object);
  };

  const watching = book.commands.onCommandExecuted((command) => {
    const { unitId, subUnitId } = (command.params ?? {}) as { unitId?: string; subUnitId?: string };
    const shown = command.id === 'sheet.operation.set-worksheet-active';
    const own = command.id === SetWorksheetRowAutoHeightMutation.id;
    if (unitId !== book.workbook.getUnitId() || !subUnitId || own) return;
    if (command.type === CommandType.MUTATION && book.writing) unmeasured.add(subUnitId);
    else if (!shown) return;
    timer ??= setTimeout(measure, pause);
  });
  return () => {
    clearTimeout(timer);
    watching.dispose();
  };
}
