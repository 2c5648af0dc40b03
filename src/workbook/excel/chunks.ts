import type { Area } from '#core/cell.ts';
import { cellsIn } from '../areas.ts';

/**
 * Cells written and read in one sync. Excel on the web takes and gives 5 MB at a time; at about 100 bytes a cell these
 * stay well below it. Longer texts meet the limit itself: then the block is halved.
 */
export const cellsPerWrite = 20_000;
export const cellsPerRead = 50_000;

/** Bands of whole rows, as even as they can be: one for each `limit` cells begun. */
export const bandsOf = (area: Area, limit: number): readonly Area[] => {
  const count = Math.ceil(cellsIn(area) / limit);
  const rows = Math.ceil(area.rows / Math.max(count, 1));
  const bands: Area[] = [];
  for (let row = 0; row < area.rows; row += rows) {
    bands.push({ ...area, row: area.row + row, rows: Math.min(rows, area.rows - row) });
  }
  return bands;
};

/**
 * Packs areas, in order, into one group for each `limit` cells begun. An area is cut between rows where a group is
 * full; a group may run over by less than one row, so that there is never a group more than the budget says.
 */
export const packed = <T extends { readonly area: Area }>(items: readonly T[], limit: number): T[][] => {
  const groups: T[][] = [];
  let room = 0;
  for (const item of items) {
    let rest = item.area;
    while (rest.rows > 0) {
      if (room <= 0) {
        groups.push([]);
        room = limit;
      }
      const rows = Math.min(rest.rows, Math.ceil(room / rest.columns));
      groups.at(-1)?.push({ ...item, area: { ...rest, rows } });
      room -= rows * rest.columns;
      rest = { ...rest, row: rest.row + rows, rows: rest.rows - rows };
    }
  }
  return groups;
};
