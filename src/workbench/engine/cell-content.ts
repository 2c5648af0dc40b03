import { CellValueType, numfmt, type ICellData, type Nullable } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import type { Cell } from '#core/cell.ts';
import type { Book } from './book.ts';
import type { ModelCell, ModelWrite } from './model.ts';

/** The value in one of the engine's cells: rich text as plain text, truth values as such. */
export function plainValue(cell: Nullable<ICellData>): Cell {
  if (!cell) return null;
  const rich = cell.p?.body?.dataStream;
  if (rich !== undefined) return rich.replace(/\r\n$/, '').replace(/\r/g, '\n');
  const value = cell.v;
  if (value === undefined || value === null) return null;
  if (cell.t === CellValueType.BOOLEAN) return value === 1 || value === true || value === '1' || value === 'TRUE';
  if (cell.t === CellValueType.NUMBER) return Number(value);
  return value;
}

/** What the engine is to store for a write; styles stay as they are. */
export function storedContent(write: Exclude<ModelWrite, undefined>): ICellData {
  const empty = { v: null, t: null, f: null, si: null, p: null };
  if ('formula' in write) return { ...empty, f: write.formula };
  const { value } = write;
  if (value === null) return empty;
  if (typeof value === 'boolean') return { ...empty, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { ...empty, v: value, t: typeof value === 'number' ? CellValueType.NUMBER : CellValueType.STRING };
}

/** A value as the grid shows it under a number format. */
export function shownText(value: Cell, format: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' && (format === 'General' || format === '@')) return value;
  if (typeof value === 'number' && format === '@') return String(value);
  return numfmt.format(format, value, { throws: false });
}

/** Reads single cells of one sheet, spilled ones included. */
export function cellReader(book: Book, sheetId: string): (row: number, column: number) => ModelCell {
  const sheet = book.sheet(sheetId);
  const matrix = sheet.getCellMatrix();
  const styles = book.workbook.getStyles();
  const unit = book.workbook.getUnitId();
  const formulas = book.injector.get(FormulaDataModel);
  const spills = formulas.getArrayFormulaCellData()[unit]?.[sheetId];
  return (row, column) => {
    const stored = matrix.getValue(row, column);
    const spill = spills?.[row]?.[column];
    const format = styles.getStyleByCell(stored)?.n?.pattern ?? 'General';
    const formula =
      stored && (stored.f || stored.si) ? formulas.getFormulaStringByCell(row, column, sheetId, unit) : null;
    const own = plainValue(stored);
    const spilled = !formula && own === null && spill !== undefined && spill !== null;
    const value = spilled ? plainValue(spill) : own;
    return {
      value,
      format,
      text: shownText(value, format),
      ...(formula ? { formula } : {}),
      ...(spilled ? { spilled: true } : {}),
    };
  };
}
