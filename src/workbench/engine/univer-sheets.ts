import { BooleanNumber, generateRandomId, mergeWorksheetSnapshotWithDefault, RANGE_TYPE } from '@univerjs/core';
import {
  InsertSheetMutation,
  RemoveSheetCommand,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetOrderMutation,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import { toArea, toRange, type Book } from './book.ts';
import type { ModelSheets } from './model.ts';

/** A new sheet's size; Excel's is larger, but nobody scrolls there. */
const newSheet = { rowCount: 1000, columnCount: 60, defaultRowHeight: 20, defaultColumnWidth: 64 };

export function univerSheets(book: Book): ModelSheets {
  const { workbook, injector } = book;
  const active = () => workbook.getActiveSheet().getSheetId();
  /** Before the active sheet goes, the next visible one to the right, else to the left, becomes active. */
  const leave = (id: string) => {
    if (active() !== id) return;
    const order = workbook.getSheetOrders();
    const place = order.indexOf(id);
    const next = [...order.slice(place + 1), ...order.slice(0, place).reverse()].find(
      (other) => book.sheet(other).isSheetHidden() !== BooleanNumber.TRUE,
    );
    if (next) book.run(SetWorksheetActiveOperation.id, { subUnitId: next });
  };
  return {
    list: () =>
      workbook.getSheetOrders().map((id) => {
        const sheet = book.sheet(id);
        return { id, name: sheet.getName(), hidden: sheet.isSheetHidden() === BooleanNumber.TRUE };
      }),
    add(name) {
      const id = generateRandomId(8);
      const sheet = mergeWorksheetSnapshotWithDefault({ ...newSheet, id, name });
      book.runQuietly(InsertSheetMutation.id, { index: workbook.getSheetSize(), sheet });
      return id;
    },
    rename: (id, name) => book.run(SetWorksheetNameCommand.id, { subUnitId: id, name }),
    remove: (id) => {
      leave(id);
      book.run(RemoveSheetCommand.id, { subUnitId: id });
    },
    setHidden: (id, hidden) => {
      if (hidden) leave(id);
      book.runQuietly(SetWorksheetHideMutation.id, {
        subUnitId: id,
        hidden: hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
      });
    },
    move: (id, index) =>
      book.run(SetWorksheetOrderMutation.id, {
        subUnitId: id,
        fromOrder: workbook.getSheetOrders().indexOf(id),
        toOrder: index,
      }),
    active,
    activate: (id) => book.run(SetWorksheetActiveOperation.id, { subUnitId: book.sheet(id).getSheetId() }),
    selection() {
      const sheet = workbook.getActiveSheet();
      const selected = injector.get(SheetsSelectionsService).getWorkbookSelections(workbook.getUnitId());
      const ranges = selected.getSelectionsOfWorksheet(sheet.getSheetId()).map((one) => one.range);
      // The engine adds the newest selection at the end; it is the one the person is in.
      const areas = ranges.map((range) => toArea(range, sheet)).reverse();
      return areas.length > 0 ? areas : [{ row: 0, column: 0, rows: 1, columns: 1 }];
    },
    select(id, area) {
      if (active() !== id) book.run(SetWorksheetActiveOperation.id, { subUnitId: id });
      const range = { ...toRange(area), rangeType: RANGE_TYPE.NORMAL };
      const primary = {
        actualRow: area.row,
        actualColumn: area.column,
        startRow: area.row,
        endRow: area.row,
        startColumn: area.column,
        endColumn: area.column,
        isMerged: false,
        isMergedMainCell: false,
      };
      book.run(SetSelectionsOperation.id, {
        subUnitId: id,
        selections: [{ range, primary, style: null }],
        reveal: true,
      });
    },
  };
}
