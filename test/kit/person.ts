import { CellValueType, numfmt, UndoCommand, type ICellData } from '@univerjs/core';
import {
  InsertRowByRangeCommand,
  RemoveRowByRangeCommand,
  ReorderRangeCommand,
  SetRangeValuesCommand,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetNameCommand,
} from '@univerjs/sheets';
import type { Area } from '#core/cell.ts';
import { toRange } from '#workbench/engine/book.ts';
import { rowInsertion, rowOrder, wholeRows } from '#workbench/engine/univer-cells.ts';
import type { UniverModel } from '#workbench/engine/univer-model.ts';

/** Somebody at the grid: the same commands that typing, pasting and the menus run, without a screen. */
export interface Person {
  /** Types into one cell and presses Enter; what is typed is read as Excel reads it (`12` becomes a number). */
  type(sheet: string, cell: { row: number; column: number }, text: string): void;
  /** Pastes text copied elsewhere: each cell is read as if it had been typed. */
  paste(sheet: string, at: { row: number; column: number }, texts: readonly (readonly string[])[]): void;
  /** Presses Delete on an area. */
  erase(sheet: string, area: Area): void;
  insertRows(sheet: string, at: number, count: number): void;
  deleteRows(sheet: string, at: number, count: number): void;
  sort(sheet: string, area: Area, column: number, ascending: boolean): void;
  select(sheet: string, area: Area): void;
  activate(sheet: string): void;
  rename(sheet: string, name: string): void;
  paint(sheet: string, area: Area, colour: string): void;
  undo(): Promise<void>;
}

export function personAt({ book }: UniverModel): Person {
  const run = (command: string, params: object): void => {
    const done = book.commands.syncExecuteCommand(command, { unitId: book.workbook.getUnitId(), ...params });
    if (done === false) throw new Error(`The grid refused ${command}`);
  };
  const put = (sheet: string, area: Area, value: ICellData[][]) =>
    run(SetRangeValuesCommand.id, { subUnitId: sheet, range: toRange(area), value });
  return {
    type: (sheet, { row, column }, text) => put(sheet, { row, column, rows: 1, columns: 1 }, [[typed(text)]]),
    paste(sheet, { row, column }, texts) {
      const area = { row, column, rows: texts.length, columns: texts[0]?.length ?? 0 };
      put(
        sheet,
        area,
        texts.map((line) => line.map(typed)),
      );
    },
    erase: (sheet, area) =>
      put(
        sheet,
        area,
        Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => typed(''))),
      ),
    insertRows: (sheet, at, count) => run(InsertRowByRangeCommand.id, rowInsertion(book, sheet, at, count)),
    deleteRows: (sheet, at, count) =>
      run(RemoveRowByRangeCommand.id, { subUnitId: sheet, range: wholeRows(book, sheet, at, count) }),
    sort(sheet, area, column, ascending) {
      const params = rowOrder(book, sheet, area, column, ascending);
      if (params) run(ReorderRangeCommand.id, params);
    },
    select: (sheet, area) =>
      run(SetSelectionsOperation.id, {
        subUnitId: sheet,
        selections: [{ range: toRange(area), primary: null, style: null }],
      }),
    activate: (sheet) => run(SetWorksheetActiveOperation.id, { subUnitId: sheet }),
    rename: (sheet, name) => run(SetWorksheetNameCommand.id, { subUnitId: sheet, name }),
    paint: (sheet, area, colour) =>
      put(
        sheet,
        area,
        Array.from({ length: area.rows }, () =>
          Array.from({ length: area.columns }, () => ({ s: { bg: { rgb: colour } } })),
        ),
      ),
    async undo() {
      await book.commands.executeCommand(UndoCommand.id);
    },
  };
}

/** What a cell holds after typing a text: `=` starts a formula, `'` forces text, numbers, dates and percentages are read. */
function typed(text: string): ICellData {
  const empty = { v: null, t: null, f: null, si: null, p: null };
  if (text === '') return empty;
  if (text.startsWith("'")) return { ...empty, v: text.slice(1), t: CellValueType.FORCE_STRING };
  if (text.startsWith('=') && text.length > 1) return { ...empty, f: text };
  const parsed = numfmt.parseValue(text);
  if (parsed && typeof parsed.v === 'boolean') return { ...empty, v: parsed.v ? 1 : 0, t: CellValueType.BOOLEAN };
  if (parsed && typeof parsed.v === 'number') {
    return {
      ...empty,
      v: parsed.v,
      t: CellValueType.NUMBER,
      ...(parsed.z ? { s: { n: { pattern: parsed.z } } } : {}),
    };
  }
  return { ...empty, v: text, t: CellValueType.STRING };
}
