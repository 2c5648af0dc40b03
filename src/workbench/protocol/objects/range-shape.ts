import type { Area } from '#core/cell.ts';
import { maxColumns, maxRows, parseAddress, qualifiedAddress, wholeSheet } from '../address.ts';
import { invalidArgument, invalidOperation, itemNotFound } from '../errors.ts';
import { requireText, requireWhole } from '../guards.ts';
import type { HostObject, HostObjectOf, MaybeObject } from '../host-objects.ts';
import type { Work } from '../work.ts';

export type RangeObject = HostObjectOf<'Range'>;
type OnArea = { readonly sheet: string; readonly area: Area };

/** A range on a sheet; outside the sheet there is none. */
export function rangeOn(sheet: string, area: Area): RangeObject {
  const { row, column, rows, columns } = area;
  if (row < 0 || column < 0 || rows < 1 || columns < 1) throw invalidArgument();
  if (row + rows > maxRows || column + columns > maxColumns) throw invalidArgument();
  return { type: 'Range', sheet, area };
}

/** `worksheet.getRange(address)`; a sheet named in the address must be this one. */
export function rangeAt(work: Work, sheet: string, address: unknown): RangeObject {
  const found = parseAddress(requireText(address));
  if (!found) throw invalidArgument();
  if (found.sheet !== undefined && sheetNamed(work, found.sheet) !== sheet) throw invalidArgument();
  return rangeOn(sheet, found.area);
}

/** The id of the sheet of that name, without regard to case. */
export function sheetNamed(work: Work, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return work.model.sheets.list().find((sheet) => sheet.name.toLowerCase() === wanted)?.id;
}

export function sheetName(work: Work, id: string): string {
  const sheet = work.model.sheets.list().find((one) => one.id === id);
  if (!sheet) throw itemNotFound();
  return sheet.name;
}

export const addressOf = ({ sheet, area }: OnArea, work: Work): string =>
  qualifiedAddress(sheetName(work, sheet), area);

/** `range.getCell(row, column)`: counted from the range's corner, also beyond its edge. */
export function cellWithin({ sheet, area }: OnArea, args: readonly unknown[]): RangeObject {
  const [row, column] = [requireWhole(args[0]), requireWhole(args[1])];
  return rangeOn(sheet, { row: area.row + row, column: area.column + column, rows: 1, columns: 1 });
}

export function rowWithin({ sheet, area }: OnArea, args: readonly unknown[]): RangeObject {
  const row = requireWhole(args[0]);
  if (row < 0 || row >= area.rows) throw invalidArgument();
  return rangeOn(sheet, { ...area, row: area.row + row, rows: 1 });
}

export function resized({ sheet, area }: OnArea, args: readonly unknown[]): RangeObject {
  const [rows, columns] = [requireWhole(args[0]), requireWhole(args[1])];
  return rangeOn(sheet, { ...area, rows: area.rows + rows, columns: area.columns + columns });
}

export function offset({ sheet, area }: OnArea, args: readonly unknown[]): RangeObject {
  const [rows, columns] = [requireWhole(args[0]), requireWhole(args[1])];
  return rangeOn(sheet, { ...area, row: area.row + rows, column: area.column + columns });
}

/** The smallest range around this one and another of the same sheet. */
export function bounding(range: RangeObject, args: readonly unknown[], work: Work): RangeObject {
  const other = rangeArgument(args[0], work, range.sheet);
  if (other.sheet !== range.sheet) throw invalidArgument();
  const [a, b] = [range.area, other.area];
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const rows = Math.max(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.max(a.column + a.columns, b.column + b.columns) - column;
  return rangeOn(range.sheet, { row, column, rows, columns });
}

/** An argument that is a range, or the address of one. */
export function rangeArgument(argument: unknown, work: Work, sheet: string): RangeObject {
  if (typeof argument === 'string') {
    const found = parseAddress(argument);
    const named = found?.sheet === undefined ? sheet : sheetNamed(work, found.sheet);
    if (!found || named === undefined) throw invalidArgument();
    return rangeOn(named, found.area);
  }
  const object = argument as HostObject | null | undefined;
  if (object?.type !== 'Range') throw invalidArgument();
  return object;
}

/** Puts a range before the person: its sheet comes to the front and it is selected. */
export function select({ sheet, area }: RangeObject, work: Work): void {
  const { sheets } = work.model;
  if (sheets.list().find(({ id }) => id === sheet)?.hidden) throw onHiddenSheet();
  if (sheets.active() !== sheet) {
    sheets.activate(sheet);
    work.happened({ kind: 'activated', sheet });
  }
  sheets.select(sheet, area);
  work.happened({ kind: 'selected', sheet, area });
}

/** Rule 27: nothing is activated or selected on a hidden sheet. */
export const onHiddenSheet = () => invalidOperation('The sheet is hidden.');

/** `getUsedRange(valuesOnly)`; `undefined` on a blank sheet. */
export function usedArea(work: Work, sheet: string, valuesOnly: unknown): Area | undefined {
  return work.model.cells.used(sheet, valuesOnly === true);
}

/** `worksheet.getUsedRangeOrNullObject(valuesOnly)`. */
export function usedRange(sheet: string, work: Work, args: readonly unknown[]): MaybeObject {
  const area = usedArea(work, sheet, args[0]);
  return area ? rangeOn(sheet, area) : null;
}

/** The client checks the size of a large array before it sends the array in parts (rule 12). */
export function requireSize({ area }: RangeObject, [rows, columns]: readonly unknown[]): void {
  if (rows !== area.rows || columns !== area.columns) throw wrongShape();
}

export const wrongShape = () =>
  invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

/** The whole sheet. */
export const everything = wholeSheet;

/** `worksheet.getRangeByIndexes(row, column, rows, columns)`. */
export function rangeByIndexes(sheet: string, args: readonly unknown[]): RangeObject {
  const [row, column, rows, columns] = args.map(requireWhole);
  return rangeOn(sheet, { row: row ?? 0, column: column ?? 0, rows: rows ?? 0, columns: columns ?? 0 });
}

/** `-1` where there are more cells than a 32-bit number counts. */
export function cellCount({ rows, columns }: Area): number {
  return rows * columns > 2 ** 31 - 1 ? -1 : rows * columns;
}

/** Something that must be there. */
export function must<T>(found: T | null): T {
  if (found === null) throw itemNotFound();
  return found;
}
