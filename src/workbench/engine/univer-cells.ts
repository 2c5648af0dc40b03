import { Direction, type ICellData, type IObjectMatrixPrimitiveType, type IRange } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import {
  InsertColByRangeCommand,
  InsertRowByRangeCommand,
  RemoveRowByRangeCommand,
  ReorderRangeCommand,
  SetRangeValuesMutation,
  SetStyleCommand,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
} from '@univerjs/sheets';
import type { Area } from '#core/cell.ts';
import { toRange, type Book } from './book.ts';
import { cellReader, plainValue, storedContent } from './cell-content.ts';
import type { ModelCells } from './model.ts';
import { sortedOrder } from './sorted-order.ts';

type Patch = IObjectMatrixPrimitiveType<ICellData>;

/** Makes a sheet large enough to hold the area. */
export function makeRoom(book: Book, sheetId: string, area: Area): void {
  const sheet = book.sheet(sheetId);
  const rowCount = area.row + area.rows;
  const columnCount = area.column + area.columns;
  if (rowCount > sheet.getRowCount()) book.run(SetWorksheetRowCountMutation.id, { subUnitId: sheetId, rowCount });
  if (columnCount > sheet.getColumnCount()) {
    book.run(SetWorksheetColumnCountMutation.id, { subUnitId: sheetId, columnCount });
  }
}

/** Writes a patch of cells; `trigger` names the engine's own command where only the look changes. */
export function patchCells(book: Book, sheetId: string, cellValue: Patch, trigger?: string): void {
  book.runQuietly(SetRangeValuesMutation.id, { subUnitId: sheetId, cellValue, ...(trigger ? { trigger } : {}) });
}

/** The same data in every cell of an area. */
export function fillPatch(area: Area, data: () => ICellData): Patch {
  const patch: Patch = {};
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    const line: Record<number, ICellData> = (patch[row] = {});
    for (let column = area.column; column < area.column + area.columns; column += 1) line[column] = data();
  }
  return patch;
}

export function univerCells(book: Book): ModelCells {
  return {
    read(sheet, area) {
      const cell = cellReader(book, sheet);
      return Array.from({ length: area.rows }, (_, row) =>
        Array.from({ length: area.columns }, (__, column) => cell(area.row + row, area.column + column)),
      );
    },
    write(sheet, area, content) {
      makeRoom(book, sheet, area);
      const patch: Patch = {};
      content.forEach((line, row) => {
        const target: Record<number, ICellData> = (patch[area.row + row] = {});
        line.forEach((write, column) => {
          if (write) target[area.column + column] = storedContent(write);
        });
      });
      patchCells(book, sheet, patch);
    },
    setFormat(sheet, area, format) {
      makeRoom(book, sheet, area);
      const n = format === 'General' ? null : { pattern: format };
      patchCells(
        book,
        sheet,
        keepTypes(book, sheet, area, () => ({ s: { n } })),
        SetStyleCommand.id,
      );
    },
    clear(sheet, area, what) {
      const { rows, columns } = book.sheet(sheet).getConfig().cellData
        ? sheetSize(book, sheet)
        : { rows: 0, columns: 0 };
      const inside = {
        ...area,
        rows: Math.min(area.rows, rows - area.row),
        columns: Math.min(area.columns, columns - area.column),
      };
      if (inside.rows <= 0 || inside.columns <= 0) return;
      if (what === 'all')
        patchCells(
          book,
          sheet,
          fillPatch(inside, () => ({ ...storedContent({ value: null }), s: null })),
        );
      else if (what === 'contents')
        patchCells(
          book,
          sheet,
          fillPatch(inside, () => storedContent({ value: null })),
        );
      else
        patchCells(
          book,
          sheet,
          keepTypes(book, sheet, inside, () => ({ s: null })),
          SetStyleCommand.id,
        );
    },
    used: (sheet, valuesOnly) => usedArea(book, sheet, valuesOnly),
    insertRows(sheet, at, count) {
      makeRoom(book, sheet, { row: 0, column: 0, rows: at + 1, columns: 1 });
      book.run(InsertRowByRangeCommand.id, rowInsertion(book, sheet, at, count));
    },
    deleteRows: (sheet, at, count) =>
      book.run(RemoveRowByRangeCommand.id, { subUnitId: sheet, range: wholeRows(book, sheet, at, count) }),
    insertColumns(sheet, at, count) {
      makeRoom(book, sheet, { row: 0, column: 0, rows: 1, columns: at + 1 });
      const endRow = book.sheet(sheet).getRowCount() - 1;
      book.run(InsertColByRangeCommand.id, {
        subUnitId: sheet,
        range: { startRow: 0, endRow, startColumn: at, endColumn: at + count - 1 },
        direction: Direction.LEFT,
      });
    },
    sort: (sheet, area, column, ascending) => {
      const params = rowOrder(book, sheet, area, column, ascending);
      if (params) book.run(ReorderRangeCommand.id, params);
    },
  };
}

/** Parameters of the engine's row insertion; the new rows look like the row above them, as in Excel. */
export function rowInsertion(book: Book, sheetId: string, at: number, count: number): object {
  const above =
    at > 0
      ? book
          .sheet(sheetId)
          .getCellMatrix()
          .getRow(at - 1)
      : undefined;
  const cellValue: Patch = {};
  for (let row = at; above && row < at + count; row += 1) {
    const line: Record<number, ICellData> = {};
    for (const [column, cell] of Object.entries(above)) if (cell?.s) line[Number(column)] = { s: cell.s };
    if (Object.keys(line).length > 0) cellValue[row] = line;
  }
  return { subUnitId: sheetId, range: wholeRows(book, sheetId, at, count), direction: Direction.UP, cellValue };
}

/** Whole rows in the engine's terms. */
export function wholeRows(book: Book, sheetId: string, at: number, count: number): object {
  return toRange({ row: at, column: 0, rows: count, columns: book.sheet(sheetId).getColumnCount() });
}

/** Parameters of the engine's reordering that sorts whole rows of the area; `undefined` when they are in order. */
export function rowOrder(
  book: Book,
  sheetId: string,
  area: Area,
  column: number,
  ascending: boolean,
): object | undefined {
  const cell = cellReader(book, sheetId);
  const keys = Array.from({ length: area.rows }, (_, row) => cell(area.row + row, column).value);
  const order: Record<number, number> = {};
  sortedOrder(keys, ascending).forEach((from, to) => {
    if (from !== to) order[area.row + to] = area.row + from;
  });
  return Object.keys(order).length > 0 ? { subUnitId: sheetId, range: toRange(area), order } : undefined;
}

const sheetSize = (book: Book, sheetId: string) => ({
  rows: book.sheet(sheetId).getRowCount(),
  columns: book.sheet(sheetId).getColumnCount(),
});

/** A patch of looks that turns no text into a number and no number into a text, as in Excel: the types go along. */
export function keepTypes(book: Book, sheetId: string, area: Area, data: () => ICellData): Patch {
  const matrix = book.sheet(sheetId).getCellMatrix();
  const patch = fillPatch(area, data);
  for (const [row, line] of Object.entries(patch)) {
    for (const [column, cell] of Object.entries(line ?? {})) {
      const type = matrix.getValue(Number(row), Number(column))?.t;
      if (cell && type) (cell as ICellData).t = type;
    }
  }
  return patch;
}

function usedArea(book: Book, sheetId: string, valuesOnly: boolean): Area | undefined {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  const take = (row: number, column: number) => {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  };
  book
    .sheet(sheetId)
    .getCellMatrix()
    .forValue((row, column, cell) => {
      if (!cell) return;
      if (cell.f || cell.si || plainValue(cell) !== null || (!valuesOnly && cell.s)) take(row, column);
    });
  const spills = book.injector.get(FormulaDataModel).getArrayFormulaRange()[book.workbook.getUnitId()]?.[sheetId];
  for (const line of Object.values(spills ?? {})) {
    for (const range of Object.values((line ?? {}) as Record<string, IRange>)) {
      take(range.startRow, range.startColumn);
      take(range.endRow, range.endColumn);
    }
  }
  return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
