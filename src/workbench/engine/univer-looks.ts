import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import {
  SetColDataMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRowDataMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetStyleCommand,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import { toRange, type Book } from './book.ts';
import { univerHighlights } from './highlights.ts';
import type { CellLook, ModelLooks } from './model.ts';
import { keepTypes, makeRoom, patchCells } from './univer-cells.ts';
import { univerValidations } from './validations.ts';

const vertical = { top: VerticalAlign.TOP, middle: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM } as const;
const horizontal = {
  left: HorizontalAlign.LEFT,
  centre: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
} as const;

export function univerLooks(book: Book): ModelLooks {
  const bool = (on: boolean) => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);
  return {
    ...univerHighlights(book),
    ...univerValidations(book),
    setLook(sheet, area, look) {
      makeRoom(book, sheet, area);
      patchCells(
        book,
        sheet,
        keepTypes(book, sheet, area, () => ({ s: styleOf(look) })),
        SetStyleCommand.id,
      );
    },
    look(sheet, cell) {
      const stored = book.sheet(sheet).getCellMatrix().getValue(cell.row, cell.column);
      return lookOf(book.workbook.getStyles().getStyleByCell(stored));
    },
    setColumnWidth(sheet, column, count, pixels) {
      makeRoom(book, sheet, { row: 0, column, rows: 1, columns: count });
      const columnData = Object.fromEntries(steps(column, count).map((index) => [index, { w: pixels }]));
      book.run(SetColDataMutation.id, { subUnitId: sheet, columnData });
    },
    columnWidth: (sheet, column) => {
      const found = book.sheet(sheet);
      return found.getColumnManager().getColumn(column)?.w ?? found.getConfig().defaultColumnWidth;
    },
    setRowHeight(sheet, row, count, pixels) {
      makeRoom(book, sheet, { row, column: 0, rows: count, columns: 1 });
      const rowData = Object.fromEntries(
        steps(row, count).map((index) => [index, { h: pixels, ia: BooleanNumber.FALSE }]),
      );
      book.run(SetRowDataMutation.id, { subUnitId: sheet, rowData });
    },
    setRowsHidden(sheet, row, count, hidden) {
      const ranges = [toRange({ row, column: 0, rows: count, columns: book.sheet(sheet).getColumnCount() })];
      makeRoom(book, sheet, { row, column: 0, rows: count, columns: 1 });
      book.run(hidden ? SetRowHiddenMutation.id : SetRowVisibleMutation.id, { subUnitId: sheet, ranges });
    },
    setColumnsHidden(sheet, column, count, hidden) {
      const ranges = [toRange({ row: 0, column, rows: book.sheet(sheet).getRowCount(), columns: count })];
      makeRoom(book, sheet, { row: 0, column, rows: 1, columns: count });
      book.run(hidden ? SetColHiddenMutation.id : SetColVisibleMutation.id, { subUnitId: sheet, ranges });
    },
    rowHidden: (sheet, row) => book.sheet(sheet).getRowManager().getRow(row)?.hd === BooleanNumber.TRUE,
    freeze(sheet, rows, columns) {
      // The engine counts from the first row that scrolls; -1 says that nothing is frozen in that direction.
      book.run(SetFrozenMutation.id, {
        subUnitId: sheet,
        startRow: rows > 0 ? rows : -1,
        startColumn: columns > 0 ? columns : -1,
        ySplit: rows,
        xSplit: columns,
      });
    },
    frozen(sheet) {
      const { ySplit, xSplit } = book.sheet(sheet).getFreeze();
      return { rows: ySplit, columns: xSplit };
    },
    setGridLines: (sheet, shown) =>
      book.run(ToggleGridlinesMutation.id, { subUnitId: sheet, showGridlines: bool(shown) }),
  };
}

const steps = (from: number, count: number): number[] => Array.from({ length: count }, (_, step) => from + step);

/** A look in the engine's style data; an empty fill or colour takes the old one away. */
function styleOf(look: CellLook): IStyleData {
  const style: Record<string, unknown> = {};
  if (look.fill !== undefined) style.bg = look.fill === '' ? null : { rgb: look.fill };
  if (look.colour !== undefined) style.cl = look.colour === '' ? null : { rgb: look.colour };
  if (look.bold !== undefined) style.bl = look.bold ? 1 : 0;
  if (look.italic !== undefined) style.it = look.italic ? 1 : 0;
  if (look.size !== undefined) style.fs = look.size;
  if (look.wrap !== undefined) style.tb = look.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (look.vertical !== undefined) style.vt = vertical[look.vertical];
  if (look.horizontal !== undefined) style.ht = horizontal[look.horizontal];
  if (look.border !== undefined) {
    const edge = { s: BorderStyleTypes.THIN, cl: { rgb: look.border.colour } };
    style.bd = { t: edge, r: edge, b: edge, l: edge };
  }
  return style as IStyleData;
}

function lookOf(style: Nullable<IStyleData>): CellLook {
  const look: { -readonly [name in keyof CellLook]: CellLook[name] } = {};
  if (!style) return look;
  const nameOf = <name extends string>(names: Record<name, number>, value: number) =>
    (Object.keys(names) as name[]).find((name) => names[name] === value);
  if (style.bg?.rgb) look.fill = style.bg.rgb;
  if (style.cl?.rgb) look.colour = style.cl.rgb;
  if (style.bl !== undefined) look.bold = style.bl === 1;
  if (style.it !== undefined) look.italic = style.it === 1;
  if (style.fs !== undefined) look.size = style.fs;
  if (style.tb) look.wrap = style.tb === WrapStrategy.WRAP;
  const standing = style.vt ? nameOf(vertical, style.vt) : undefined;
  if (standing) look.vertical = standing;
  const lying = style.ht ? nameOf(horizontal, style.ht) : undefined;
  if (lying) look.horizontal = lying;
  if (style.bd?.t?.cl.rgb) look.border = { colour: style.bd.t.cl.rgb };
  return look;
}
