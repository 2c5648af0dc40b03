import type { Area, Cell } from '../../cell.ts';
import type { FigureTable } from '../../measures/sums.ts';
import { fixedArea } from '../a1.ts';
import type { Formula } from '../sheet-plan.ts';
import type { BehindLayout } from './behind-part.ts';
import { worked } from './sheet-part.ts';

/** Columns of one unit, the last one not included. */
interface Unit {
  readonly from: number;
  readonly to: number;
}

/** The cells of a table that is read, looked up in the whole one by place; `now` is what they come to. */
interface LookUp {
  lineLabel(line: number, now: Cell | undefined): Cell | Formula;
  columnLabel(unit: Unit, place: number, now: Cell | undefined): Cell | Formula;
  cell(line: number, unit: Unit, place: number, now: Cell | undefined): Formula;
}

/** Only what may move is looked up by its place. A place that nothing has is blank. */
export const lookUp = (table: FigureTable, { row, column }: BehindLayout): LookUp => {
  const [firstRow, firstColumn, height] = [row + 2, column + 2, table.lines.length];
  const down = (from: number, columns: number): Area => ({ row: firstRow, column: from, rows: height, columns });
  const across = (from: number, { from: first, to }: Unit): Area => ({
    row: from,
    column: firstColumn + first,
    rows: 1,
    columns: to - first,
  });
  const linesMove = table.ranked !== undefined || table.lines.some(({ role }) => role === 'unknown');
  const columnsMove = ({ from, to }: Unit) => table.columns.slice(from, to).some(({ role }) => role === 'unknown');
  const line = (place: number) => (linesMove ? `MATCH(${place},${fixedArea(down(column, 1))},0)` : String(place));
  const across1 = (unit: Unit, place: number) =>
    columnsMove(unit) ? `MATCH(${place},${fixedArea(across(row, unit))},0)` : String(place);
  const found = (area: Area, at: string, beside: string, now: Cell | undefined) =>
    worked(`IFERROR(INDEX(${fixedArea(area)},${at},${beside}),"")`, now);
  return {
    lineLabel: (place, now) =>
      linesMove ? found(down(column + 1, 1), line(place), '1', now) : (table.lines[place - 1]?.label ?? null),
    columnLabel: (unit, place, now) =>
      columnsMove(unit)
        ? found(across(row + 1, unit), '1', across1(unit, place), now)
        : (table.columns[unit.from + place - 1]?.label ?? null),
    cell: (place, unit, at, now) =>
      found(down(firstColumn + unit.from, unit.to - unit.from), line(place), across1(unit, at), now),
  };
};
