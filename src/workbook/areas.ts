import type { Area } from '#core/cell.ts';

/** How many cells an area has. */
export const cellsIn = ({ rows, columns }: Area): number => rows * columns;

/** What is left of an area without the others: rectangles that do not overlap, from top to bottom. */
export const areaWithout = (area: Area, holes: readonly Area[]): readonly Area[] =>
  holes.reduce<readonly Area[]>((pieces, hole) => pieces.flatMap((piece) => without(piece, hole)), [area]);

const without = (area: Area, hole: Area): readonly Area[] => {
  const top = Math.max(area.row, hole.row);
  const bottom = Math.min(area.row + area.rows, hole.row + hole.rows);
  const left = Math.max(area.column, hole.column);
  const right = Math.min(area.column + area.columns, hole.column + hole.columns);
  if (top >= bottom || left >= right) return [area];
  const between = { row: top, rows: bottom - top };
  return [
    { ...area, rows: top - area.row },
    { ...between, column: area.column, columns: left - area.column },
    { ...between, column: right, columns: area.column + area.columns - right },
    { ...area, row: bottom, rows: area.row + area.rows - bottom },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
};

/** The smallest area that holds them all; `undefined` for none. */
export const areaAround = (areas: readonly Area[]): Area | undefined => {
  if (areas.length === 0) return undefined;
  const row = Math.min(...areas.map((area) => area.row));
  const column = Math.min(...areas.map((area) => area.column));
  const bottom = Math.max(...areas.map((area) => area.row + area.rows));
  const right = Math.max(...areas.map((area) => area.column + area.columns));
  return { row, column, rows: bottom - row, columns: right - column };
};

/** An area cut in two, by rows and else by columns; `undefined` for a single cell. */
export const halvesOf = (area: Area): readonly [Area, Area] | undefined => {
  if (area.rows > 1) {
    const rows = Math.floor(area.rows / 2);
    return [
      { ...area, rows },
      { ...area, row: area.row + rows, rows: area.rows - rows },
    ];
  }
  if (area.columns === 1) return undefined;
  const columns = Math.floor(area.columns / 2);
  return [
    { ...area, columns },
    { ...area, column: area.column + columns, columns: area.columns - columns },
  ];
};
