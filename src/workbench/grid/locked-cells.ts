import {
  CustomCommandExecutionError,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type IRange,
} from '@univerjs/core';
import {
  InsertColMutation,
  InsertRowMutation,
  MoveRangeMutation,
  RemoveColMutation,
  RemoveRowMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
} from '@univerjs/sheets';
import { IEditorBridgeService, SetCellEditVisibleOperation } from '@univerjs/sheets-ui';
import type { UniverModel } from '../engine/univer-model.ts';

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** What a person may do; the protocol keeps it, the grid asks. */
export interface Permission {
  readonly mayType: (sheet: string, cell: Cell) => boolean;
  /** A change of rows or columns (`allowInsertRows`, ...), by Excel's own name. */
  readonly mayChange: (sheet: string, option: string) => boolean;
}

type Cells = IObjectMatrixPrimitiveType<ICellData | null>;

interface Params {
  readonly unitId?: string;
  readonly subUnitId: string;
  readonly cellValue?: Cells;
  readonly range?: IRange;
  readonly from?: { readonly subUnitId: string; readonly value: Cells };
  readonly to?: { readonly subUnitId: string; readonly value: Cells };
}

const options: Record<string, string> = {
  [InsertRowMutation.id]: 'allowInsertRows',
  [RemoveRowMutation.id]: 'allowDeleteRows',
  [InsertColMutation.id]: 'allowInsertColumns',
  [RemoveColMutation.id]: 'allowDeleteColumns',
};

/**
 * Keeps a person from typing, pasting, clearing or moving over locked cells of a protected sheet, as Excel does, and
 * says so through `refused`. What the model itself writes and what formulas result in passes.
 */
export function guardLockedCells(model: UniverModel, permission: Permission, refused: () => void): () => void {
  const { book } = model;
  const stop = (): never => {
    refused();
    throw new CustomCommandExecutionError('The cell is locked');
  };
  const guard = book.commands.beforeCommandExecuted((command, how) => {
    if (command.id === SetCellEditVisibleOperation.id) {
      if (!(command.params as { visible: boolean }).visible || mayEdit()) return;
      // The letter still reaches the hidden editor, and with it the formula bar: put back what the cell holds.
      setTimeout(() => book.injector.get(IEditorBridgeService).refreshEditCellState(), 0);
      stop();
    }
    if (book.writing || how?.onlyLocal || how?.fromFormula) return;
    const params = command.params as Params | undefined;
    if (params?.unitId !== book.workbook.getUnitId()) return;
    const option = options[command.id];
    if (option && !permission.mayChange(params.subUnitId, option)) stop();
    if (touchedCells(command.id, params).some(({ sheet, cell }) => !permission.mayType(sheet, cell))) stop();
  });

  const mayEdit = (): boolean => {
    const place = book.injector.get(IEditorBridgeService).getEditLocation();
    if (!place || place.unitId !== book.workbook.getUnitId()) return true;
    return permission.mayType(place.sheetId, place);
  };
  return () => guard.dispose();
}

function touchedCells(command: string, params: Params): { sheet: string; cell: Cell }[] {
  switch (command) {
    case SetRangeValuesMutation.id:
      return contentCells(params.subUnitId, params.cellValue);
    case MoveRangeMutation.id:
      return [params.from, params.to].flatMap((side) => contentCells(side?.subUnitId ?? '', side?.value, true));
    case ReorderRangeMutation.id:
      return rangeCells(params.subUnitId, params.range);
    default:
      return [];
  }
}

/** Cells whose content is put; a change of look alone is not typing. */
function contentCells(sheet: string, cells: Cells | undefined, all = false): { sheet: string; cell: Cell }[] {
  return Object.entries(cells ?? {}).flatMap(([row, line]) =>
    Object.entries((line ?? {}) as Record<string, ICellData | null>)
      .filter(([, cell]) => all || !cell || ['v', 'f', 'p', 'si'].some((key) => key in cell))
      .map(([column]) => ({ sheet, cell: { row: Number(row), column: Number(column) } })),
  );
}

function rangeCells(sheet: string, range: IRange | undefined): { sheet: string; cell: Cell }[] {
  if (!range) return [];
  const found = [];
  for (let row = range.startRow; row <= range.endRow; row += 1) {
    for (let column = range.startColumn; column <= range.endColumn; column += 1) {
      found.push({ sheet, cell: { row, column } });
    }
  }
  return found;
}
