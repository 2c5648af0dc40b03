import type { ICellData, ICommandInfo, IExecutionOptions, IObjectMatrixPrimitiveType, IRange } from '@univerjs/core';
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveRangeMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetNameMutation,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import type { Area } from '#core/cell.ts';
import { toArea, type Book } from './book.ts';
import type { PersonEdit } from './model.ts';

/**
 * Tells what a person did in the grid. The engine runs the same mutations for a person, for the model's own writes
 * and for results of formulas: the model's are known by `book.writing`, the results by their options. One action
 * (a paste, a fill) makes several mutations in one turn; parts that touch are told as one.
 */
export function watchPerson(book: Book): {
  listen(listener: (edit: PersonEdit) => void): () => void;
  dispose(): void;
} {
  const listeners = new Set<(edit: PersonEdit) => void>();
  let waiting: PersonEdit[] = [];

  const tell = (edit: PersonEdit) => {
    if (waiting.length === 0) queueMicrotask(flush);
    const last = waiting.at(-1);
    const joined = last && join(last, edit);
    if (joined) waiting[waiting.length - 1] = joined;
    else waiting.push(edit);
  };
  const flush = () => {
    const edits = waiting;
    waiting = [];
    for (const edit of edits) for (const listener of [...listeners]) listener(edit);
  };

  const watching = book.commands.onCommandExecuted((command, options) => {
    const unit = (command.params as { unitId?: string } | undefined)?.unitId;
    if (book.writing || unit !== book.workbook.getUnitId() || isResult(options)) return;
    for (const edit of editsOf(book, command)) tell(edit);
  });

  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      watching.dispose();
      listeners.clear();
    },
  };
}

const isResult = (options: IExecutionOptions | undefined): boolean =>
  options?.fromFormula === true || options?.onlyLocal === true;

const structure: Record<string, 'rows-inserted' | 'rows-deleted' | 'columns-inserted' | 'columns-deleted'> = {
  [InsertRowMutation.id]: 'rows-inserted',
  [RemoveRowMutation.id]: 'rows-deleted',
  [InsertColMutation.id]: 'columns-inserted',
  [RemoveColMutation.id]: 'columns-deleted',
};

function editsOf(book: Book, command: ICommandInfo): PersonEdit[] {
  const params = command.params as {
    subUnitId: string;
    range: IRange;
    cellValue?: IObjectMatrixPrimitiveType<ICellData | null>;
    sheet?: { id: string };
    from?: { subUnitId: string; value: IObjectMatrixPrimitiveType<ICellData | null> };
    to?: { subUnitId: string; value: IObjectMatrixPrimitiveType<ICellData | null> };
    type?: number;
  };
  const sheet = params.subUnitId;
  const changed = structure[command.id];
  if (changed) return [{ kind: changed, sheet, area: toArea(params.range, book.sheet(sheet)) }];
  switch (command.id) {
    case SetRangeValuesMutation.id: {
      const area = params.cellValue && boundary(params.cellValue);
      return area ? [{ kind: hasContent(params.cellValue) ? 'cells' : 'format', sheet, area }] : [];
    }
    case ReorderRangeMutation.id:
      return [{ kind: 'cells', sheet, area: toArea(params.range, book.sheet(sheet)) }];
    case MoveRangeMutation.id:
      return [params.from, params.to].flatMap((side): PersonEdit[] => {
        const area = side && boundary(side.value);
        return side && area ? [{ kind: 'cells', sheet: side.subUnitId, area }] : [];
      });
    case SetWorksheetActiveOperation.id:
      return [{ kind: 'sheet-activated', sheet }];
    case InsertSheetMutation.id:
      return params.sheet ? [{ kind: 'sheet-added', sheet: params.sheet.id }] : [];
    case RemoveSheetMutation.id:
      return [{ kind: 'sheet-removed', sheet }];
    case SetWorksheetNameMutation.id:
      return [{ kind: 'sheet-renamed', sheet }];
    case SetSelectionsOperation.id: {
      // 0 and 1: the mouse is still being dragged.
      if (params.type === 0 || params.type === 1) return [];
      const selected = book.injector.get(SheetsSelectionsService).getWorkbookSelections(book.workbook.getUnitId());
      const areas = selected.getSelectionsOfWorksheet(sheet).map((one) => toArea(one.range, book.sheet(sheet)));
      return [{ kind: 'selection', sheet, areas: areas.reverse() }];
    }
    default:
      return [];
  }
}

function boundary(cells: IObjectMatrixPrimitiveType<ICellData | null>): Area | undefined {
  const rows = Object.keys(cells).map(Number);
  const columns = Object.values(cells).flatMap((line) => Object.keys(line ?? {}).map(Number));
  if (rows.length === 0 || columns.length === 0) return undefined;
  const row = rows.reduce((a, b) => Math.min(a, b));
  const column = columns.reduce((a, b) => Math.min(a, b));
  return {
    row,
    column,
    rows: rows.reduce((a, b) => Math.max(a, b)) - row + 1,
    columns: columns.reduce((a, b) => Math.max(a, b)) - column + 1,
  };
}

function hasContent(cells: IObjectMatrixPrimitiveType<ICellData | null> | undefined): boolean {
  return Object.values(cells ?? {}).some((line) =>
    Object.values((line ?? {}) as Record<string, ICellData | null>).some(
      (cell) => !cell || ['v', 'f', 'p', 'si'].some((key) => key in cell),
    ),
  );
}

/** Two edits of one action: equal selections, or areas of the same kind that touch, become one. */
function join(a: PersonEdit, b: PersonEdit): PersonEdit | undefined {
  if (a.sheet !== b.sheet) return undefined;
  if (a.kind === 'selection' && b.kind === 'selection') return b;
  const isCells = (edit: PersonEdit) => edit.kind === 'cells' || edit.kind === 'format';
  if (!isCells(a) || !isCells(b) || !('area' in a) || !('area' in b)) return undefined;
  const row = Math.min(a.area.row, b.area.row);
  const column = Math.min(a.area.column, b.area.column);
  const rows = Math.max(a.area.row + a.area.rows, b.area.row + b.area.rows) - row;
  const columns = Math.max(a.area.column + a.area.columns, b.area.column + b.area.columns) - column;
  if (rows * columns > a.area.rows * a.area.columns + b.area.rows * b.area.columns) return undefined;
  const kind = a.kind === 'cells' || b.kind === 'cells' ? 'cells' : 'format';
  return { kind, sheet: a.sheet, area: { row, column, rows, columns } };
}
