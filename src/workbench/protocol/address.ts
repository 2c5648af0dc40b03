import type { Area } from '#core/cell.ts';

/** The size of a sheet: an area of this many rows or columns has no bounds (`A:A`, `1:5`, the whole sheet). */
export const maxRows = 1_048_576;
export const maxColumns = 16_384;
/** Longer address strings are cut off, as Excel does silently (rule 45). */
const maxAddressLength = 8192;

export const wholeSheet: Area = { row: 0, column: 0, rows: maxRows, columns: maxColumns };
export const isUnbounded = (area: Area): boolean => area.rows === maxRows || area.columns === maxColumns;

/** `0` is `A`, `26` is `AA`. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (column % 26));
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** `B2`, `A1:C3`, `A:A`, `5:5`: without the sheet, as events say it. */
export function areaAddress(area: Area): string {
  const lastRow = area.row + area.rows;
  const lastColumn = columnName(area.column + area.columns - 1);
  if (area.columns === maxColumns) return `${area.row + 1}:${lastRow}`;
  if (area.rows === maxRows) return `${columnName(area.column)}:${lastColumn}`;
  const first = `${columnName(area.column)}${area.row + 1}`;
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${lastColumn}${lastRow}`;
}

/** `$A$1:$B$2`, for references in formulas. */
export function absoluteAddress(area: Area): string {
  return areaAddress(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
}

/** A sheet's name as references need it: in quotes unless it is a plain word that cannot be read as a cell. */
export function quotedSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^([a-z]{1,3}\d+|r\d*c?\d*|c\d*|true|false)$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** `'Self review'!A1:B2`. */
export const qualifiedAddress = (sheet: string, area: Area): string => `${quotedSheet(sheet)}!${areaAddress(area)}`;

/** Reads `B2`, `$A$1:C3`, `A:C`, `1:5`, each with or without a sheet before `!`; `undefined` for anything else. */
export function parseAddress(text: string): { readonly sheet?: string; readonly area: Area } | undefined {
  const whole = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(text.slice(0, maxAddressLength).trim());
  const area = whole?.[3] === undefined ? undefined : parseArea(whole[3].replaceAll('$', ''));
  if (!whole || !area) return undefined;
  const sheet = whole[1]?.replaceAll("''", "'") ?? whole[2];
  return sheet === undefined ? { area } : { sheet, area };
}

function parseArea(text: string): Area | undefined {
  const cells = /^([a-z]{1,3})(\d{1,7})(?::([a-z]{1,3})(\d{1,7}))?$/i.exec(text);
  if (cells) {
    const [, left = '', top = '', right = left, bottom = top] = cells;
    return within(columnOf(left), Number(top) - 1, columnOf(right), Number(bottom) - 1);
  }
  const columns = /^([a-z]{1,3}):([a-z]{1,3})$/i.exec(text);
  if (columns) return within(columnOf(columns[1] ?? ''), 0, columnOf(columns[2] ?? ''), maxRows - 1);
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(text);
  return rows ? within(0, Number(rows[1]) - 1, maxColumns - 1, Number(rows[2]) - 1) : undefined;
}

function within(x1: number, y1: number, x2: number, y2: number): Area | undefined {
  const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
  const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
  if (left < 0 || top < 0 || right >= maxColumns || bottom >= maxRows) return undefined;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

export const sameArea = (a: Area, b: Area): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

export function intersection(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

/** Whether `inner` lies wholly in `outer`. */
export function contains(outer: Area, inner: Area): boolean {
  const common = intersection(outer, inner);
  return common !== undefined && sameArea(common, inner);
}
