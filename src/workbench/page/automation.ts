import type { Area } from '#core/cell.ts';
import type { Grid } from '../grid/show-grid.ts';
import { areaAddress, parseAddress } from '../protocol/address.ts';

/**
 * What a browser test can read of the grid, which is a canvas. Nothing here writes into a cell: tests type, as people do.
 */
export interface WorkbenchReading {
  sheetNames(): readonly string[];
  activeSheet(): string;
  /** The selected range, e.g. `B5:C7`. */
  selection(): string;
  selectCell(sheet: string, a1: string): void;
  cellValue(sheet: string, a1: string): unknown;
  cellText(sheet: string, a1: string): string;
  cellFormula(sheet: string, a1: string): string | undefined;
  shownFill(sheet: string, a1: string): string | undefined;
  /** The cell's corner and size on the page, where it is in view. */
  cellBox(sheet: string, a1: string): { x: number; y: number; width: number; height: number } | undefined;
  /** The used cells of a sheet, as text. */
  usedText(sheet: string): readonly (readonly string[])[];
  /** Resolves when every formula has its value. */
  settled(): Promise<void>;
  /** Resolves when the workbook is kept in the browser. */
  saved(): Promise<void>;
}

declare global {
  interface Window {
    workbench?: WorkbenchReading;
  }
}

export function workbenchReading(
  grid: Grid,
  cellBox: (sheet: string, row: number, column: number) => DOMRect | undefined,
  saved: () => Promise<void>,
): WorkbenchReading {
  const { model } = grid;
  const idOf = (name: string): string => {
    const sheet = model.sheets.list().find((one) => one.name === name);
    if (!sheet) throw new Error(`No sheet ${name}`);
    return sheet.id;
  };
  const cell = (sheet: string, a1: string) => {
    const area = areaOf(a1);
    const found = model.cells.read(idOf(sheet), area)[0]?.[0];
    if (!found) throw new Error(`No cell ${a1}`);
    return found;
  };
  return {
    sheetNames: () => model.sheets.list().flatMap(({ name, hidden }) => (hidden ? [] : [name])),
    activeSheet: () => model.sheets.list().find(({ id }) => id === model.sheets.active())?.name ?? '',
    selection: () => model.sheets.selection().map(areaAddress).join(','),
    selectCell(sheet, a1) {
      model.sheets.select(idOf(sheet), areaOf(a1));
      grid.focus();
    },
    cellValue: (sheet, a1) => cell(sheet, a1).value,
    cellText: (sheet, a1) => cell(sheet, a1).text,
    cellFormula: (sheet, a1) => cell(sheet, a1).formula,
    shownFill: (sheet, a1) => model.looks.shownFill(idOf(sheet), areaOf(a1)),
    cellBox(sheet, a1) {
      const { row, column } = areaOf(a1);
      const box = cellBox(idOf(sheet), row, column);
      return box && { x: box.x, y: box.y, width: box.width, height: box.height };
    },
    usedText(sheet) {
      const id = idOf(sheet);
      const used = model.cells.used(id, true);
      return used ? model.cells.read(id, used).map((line) => line.map((one) => one.text)) : [];
    },
    settled: () => model.settled(),
    saved,
  };
}

function areaOf(a1: string): Area {
  const found = parseAddress(a1)?.area;
  if (!found) throw new Error(`Not an address: ${a1}`);
  return found;
}
