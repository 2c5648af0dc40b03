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
import { attachmentsOf } from '#workbench/protocol/attachments.ts';

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
  /** Filters an area, whose first row holds the headings, by one of its columns: only rows with one of these words show. */
  filter(sheet: string, area: Area, column: number, words: readonly string[]): void;
  /** Data, Clear: all rows that a filter has hidden show again. */
  showAll(sheet: string): void;
  hideRows(sheet: string, at: number, count: number): void;
  select(sheet: string, area: Area): void;
  activate(sheet: string): void;
  rename(sheet: string, name: string): void;
  paint(sheet: string, area: Area, colour: string): void;
  /** Pastes the formats of cells copied elsewhere: their fill and their number format. */
  pasteFormats(sheet: string, area: Area, formats: { readonly fill: string; readonly number: string }): void;
  undo(): Promise<void>;
}

export function personAt(model: UniverModel): Person {
  const { book } = model;
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
    filter(sheet, area, column, words) {
      attachmentsOf(model).filters[sheet] = area;
      const rows = { ...area, row: area.row + 1, column, rows: area.rows - 1, columns: 1 };
      model.cells.read(sheet, rows).forEach(([cell], at) => {
        model.looks.setRowsHidden(sheet, rows.row + at, 1, !words.includes(cell?.text ?? ''));
      });
    },
    showAll(sheet) {
      const { filters } = attachmentsOf(model);
      const area = filters[sheet];
      if (area) model.looks.setRowsHidden(sheet, area.row + 1, area.rows - 1, false);
      delete filters[sheet];
    },
    hideRows: (sheet, at, count) => model.looks.setRowsHidden(sheet, at, count, true),
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
    pasteFormats: (sheet, area, { fill, number }) =>
      put(
        sheet,
        area,
        Array.from({ length: area.rows }, () =>
          Array.from({ length: area.columns }, () => ({ s: { bg: { rgb: fill }, n: { pattern: number } } })),
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
