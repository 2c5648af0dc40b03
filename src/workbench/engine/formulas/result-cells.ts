import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import {
  ErrorType,
  type ArrayValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
} from '@univerjs/engine-formula';

export const spillError: ICellData = { v: ErrorType.SPILL, t: CellValueType.STRING };

/** What a cell holds for one of the engine's values. */
export type ToCell = (value: Nullable<BaseValueObject>) => ICellData;

/** A formula's value as lines of cells. A reference to one empty cell counts 0, as in Excel. */
export function cellsOf(value: FunctionVariantType, cellOf: ToCell): ICellData[][] {
  if (!value.isReferenceObject() && !value.isArray()) return [[cellOf(value as BaseValueObject)]];
  const { startRow, startColumn, endRow, endColumn } = (value as ArrayValueObject).getRangePosition();
  if (startRow === endRow && startColumn === endColumn) {
    return [[cellOf((value as BaseReferenceObject).getFirstCell())]];
  }
  const lines: ICellData[][] = [];
  const take = (cell: Nullable<BaseValueObject>, row: number, column: number) => {
    (lines[row - startRow] ??= [])[column - startColumn] = cellOf(cell);
  };
  (value as ArrayValueObject).iterator((cell, row, column) => take(cell as Nullable<BaseValueObject>, row, column));
  return lines;
}

export const isSameCell = (a: Nullable<ICellData>, b: Nullable<ICellData>): boolean => {
  if (!a || !b) return !a && !b;
  const look = (cell: ICellData) => (typeof cell.s === 'object' ? cell.s?.n?.pattern : undefined);
  return (a.v ?? null) === (b.v ?? null) && (a.t ?? null) === (b.t ?? null) && look(a) === look(b);
};
