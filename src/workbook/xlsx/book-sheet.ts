import type { Area, Cell, Grid } from '#core/cell.ts';
import type { Formula, SheetPlan } from '#core/sheet/sheet-plan.ts';
import { areaWithout } from '../areas.ts';
import { isFormula } from '../cell-content.ts';
import type { SheetId, Spot } from '../workbook.ts';

/** What cells hold, row by row; rows may be of different lengths and missing. */
export type SheetContent = (Cell | Formula)[][];

/** A sheet of a workbook in memory. */
export interface BookSheet {
  readonly id: SheetId;
  name: string;
  visible: boolean;
  content: SheetContent;
  /** What it was drawn from, if it was drawn here: the looks that it is written with. */
  plan?: SheetPlan;
}

/** The values from A1 to the end of what is used; a formula is the result that its plan gave, or blank. */
export const valuesOf = (content: SheetContent): Grid => {
  const values: Cell[][] = Array.from(content, (row) =>
    Array.from(row ?? [], (cell) => (isFilled(cell) ? cell : null)),
  );
  eachCell(content, (cell, row, column) => {
    if (!isFormula(cell)) return;
    cell.result?.forEach((line, down) =>
      line.forEach((value, right) => {
        const at = { row: row + down, column: column + right };
        if (down + right === 0 || isBlankAt(content, at)) put(values, at, value === '' ? null : value);
      }),
    );
  });
  const width = values.reduce((widest, row) => Math.max(widest, row.findLastIndex(isFilled) + 1), 0);
  const height = values.findLastIndex((row) => row.some(isFilled)) + 1;
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => values[row]?.[column] ?? null),
  );
};

/** The values of an area as it is, blanks and all. */
export const valuesIn = (grid: Grid, { row, column, rows, columns }: Area): Grid =>
  Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (__, right) => grid[row + down]?.[column + right] ?? null),
  );

/** Puts a content into a cell; `null` and an empty text clear it. */
export const put = <T>(content: (T | null)[][], { row, column }: Spot, value: T | '' | null): void => {
  while (content.length <= row) content.push([]);
  const line = content[row];
  if (!line) return;
  while (line.length <= column) line.push(null);
  line[column] = value === '' ? null : value;
};

/** Calls back with every filled cell. */
export const eachCell = (
  content: SheetContent,
  visit: (cell: Exclude<Cell, null> | Formula, row: number, column: number) => void,
): void =>
  content.forEach((line, row) =>
    line.forEach((cell, column) => {
      if (cell !== null && cell !== '') visit(cell, row, column);
    }),
  );

/**
 * Draws a plan's content as Excel does: people's and shared regions of a sheet that stood before keep what is in them,
 * our own regions lose what an earlier drawing left, and a sheet that is ours alone is drawn as new.
 */
export const drawContent = (sheet: BookSheet, plan: SheetPlan, standing: boolean): void => {
  const kept = standing ? plan.regions.filter(({ belongsTo }) => belongsTo !== 'us').map(({ area }) => area) : [];
  if (kept.length === 0) sheet.content = [];
  else {
    for (const { area, belongsTo } of plan.regions) {
      if (belongsTo === 'us') for (const piece of areaWithout(area, kept)) clear(sheet.content, piece);
    }
  }
  for (const { area, content } of plan.blocks) {
    if (content.length !== area.rows || content.some((row) => row.length !== area.columns)) {
      throw new Error('the content of a block does not fill its area');
    }
    for (const piece of areaWithout(area, kept)) {
      eachSpot(piece, (at) => put(sheet.content, at, content[at.row - area.row]?.[at.column - area.column] ?? null));
    }
  }
  // As in Excel: the words of a chart stand in the cell under its corner, for people who listen to the cells.
  for (const { place, altText } of plan.charts) {
    const corner = { ...place, rows: 1, columns: 1 };
    if (areaWithout(corner, kept).length > 0) put(sheet.content, corner, altText);
  }
  sheet.plan = plan;
};

const clear = (content: SheetContent, area: Area): void =>
  eachSpot(area, (at) => {
    const line = content[at.row];
    if (line && at.column < line.length) line[at.column] = null;
  });

/** Calls back with every cell of an area. */
export const eachSpot = ({ row, column, rows, columns }: Area, visit: (at: Spot) => void): void => {
  for (let down = 0; down < rows; down += 1)
    for (let right = 0; right < columns; right += 1) visit({ row: row + down, column: column + right });
};

const isBlankAt = (content: SheetContent, { row, column }: Spot): boolean => {
  const cell = content[row]?.[column] ?? null;
  return cell === null || cell === '';
};

const isFilled = (cell: Cell | Formula | undefined): cell is Exclude<Cell, null> =>
  cell !== undefined && cell !== null && cell !== '' && !isFormula(cell);
