import { strFromU8, strToU8 } from 'fflate';
import { readXlsx, type CellValue, type Workbook } from 'hucre/xlsx';
import type { Cell, Grid } from '#core/cell.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { PackedParts, Parts } from './guard.ts';
import { quickRows, quickStrings } from './quick-sheet.ts';
import type { XlsxRefusal } from './refusal.ts';
import { sheetPaths, shortenedSheet } from './sheet-parts.ts';
import { storedZip } from './stored-zip.ts';

/** A sheet of a file. */
export interface FileSheet {
  readonly name: string;
  readonly visible: boolean;
  /** From A1 to the end of what is used. */
  readonly grid: Grid;
  /** Whether that is all of it, or the top rows only. */
  readonly whole: boolean;
}

/** What is read of a file. */
export interface ReadFile {
  readonly sheets: readonly FileSheet[];
  /** The document's own properties that somebody has given it. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** How much of the sheets to read: all in full, or only as far as it takes to tell what they are. */
export type Wanted = 'all' | 'in-short';

/**
 * The sheets of a workbook file in their order. Values are as typed: dates are serial numbers of Excel's usual count
 * from 1900 (also where a Mac's file counts from 1904), errors are their text, a formula is the value that the program
 * that saved it has left there, or blank.
 */
export const readParts = async (packed: PackedParts, wanted: Wanted): Promise<Result<ReadFile, XlsxRefusal>> => {
  const frame = readFrame(packed);
  if (!frame.ok) return frame;
  const short = wanted === 'in-short' ? readTops(packed) : ok({});
  if (!short.ok) return short;
  const whole = packed.read((name) => isSheet(name) && !(name in short.value));
  if (!whole.ok) return whole;
  const parsed = await parse({ ...frame.value, ...whole.value, ...short.value });
  if (!parsed.ok) return parsed;
  const { sheets, properties } = parsed.value;
  const paths = sheetPaths(frame.value).sheets;
  const isWhole = (at: number) =>
    wanted === 'all' || (paths.length === sheets.length && (paths[at] ?? '') in whole.value);
  return ok({
    sheets: sheets.map(({ name, hidden, veryHidden, rows }, at) => ({
      name,
      visible: !hidden && !veryHidden,
      grid: gridOf(rows),
      whole: isWhole(at),
    })),
    properties: properties?.custom ?? {},
  });
};

/** The whole of one sheet, by its place in the order of the workbook; values as above. */
export const readSheet = async (packed: PackedParts, place: number): Promise<Result<Grid, XlsxRefusal>> => {
  const frame = readFrame(packed);
  if (!frame.ok) return frame;
  const paths = sheetPaths(frame.value);
  const path = paths.sheets[place];
  const found = packed.read((name) => (path === undefined ? isSheet(name) : name === path));
  if (!found.ok) return found;
  if (path !== undefined && !countsFrom1904(frame.value)) {
    const bytes = (part: string) => ({ ...frame.value, ...found.value })[part] ?? new Uint8Array();
    const strings = paths.strings === undefined ? [] : quickStrings(strFromU8(bytes(paths.strings)));
    const rows = strings && quickRows(bytes(path), strings);
    if (rows) return ok(squared(rows));
  }
  const parsed = await parse({ ...frame.value, ...found.value }, place);
  return parsed.ok ? ok(gridOf(parsed.value.sheets[0]?.rows ?? [])) : parsed;
};

/** All that says something about values but the sheets themselves; charts, pictures, comments and the like do not. */
const readFrame = (packed: PackedParts): Result<Parts, XlsxRefusal> =>
  packed.read((name) => !/^(customXml|xl\/(worksheets|drawings|charts|media|theme))\//i.test(name));

const isSheet = (name: string): boolean => /^xl\/worksheets\/[^/]+$/i.test(name);

/** The top rows of the sheets that are long. */
const readTops = (packed: PackedParts): Result<Parts, XlsxRefusal> => {
  const tops: Record<string, Uint8Array> = {};
  for (const name of packed.names.filter(isSheet)) {
    const start = packed.start(name);
    if (!start.ok) return start;
    const top = shortenedSheet(start.value);
    if (top) tops[name] = top;
  }
  return ok(tops);
};

/** What the parser makes of the parts: of all sheets or of the one at a place. */
const parse = async (parts: Parts, place?: number): Promise<Result<Workbook, XlsxRefusal>> => {
  const toRead = { ...parts, ...(countsFrom1904(parts) ? {} : withoutFormats(parts)) };
  try {
    return ok(await readXlsx(storedZip(toRead), place === undefined ? {} : { sheets: [place] }));
  } catch {
    // The parser throws errors of its own, and plain ones, at whatever it did not expect in a file.
    return failed({ kind: 'damaged' });
  }
};

const countsFrom1904 = (parts: Parts): boolean =>
  /date1904="(1|true)"/.test(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()));

/**
 * The workbook's relations without its formats: with them the parser would turn numbers that are shown as days into
 * instants, and lose those that are none.
 */
const withoutFormats = (parts: Parts): Parts => {
  const relations = 'xl/_rels/workbook.xml.rels';
  const found = parts[relations];
  if (!found) return {};
  return {
    [relations]: strToU8(strFromU8(found).replace(/<Relationship\b[^>]*\/relationships\/styles"[^>]*>/g, '')),
  };
};

/** What the parser has read, as values. */
const gridOf = (rows: readonly (readonly CellValue[])[]): Grid =>
  squared(rows.map((row) => Array.from(row, (value) => cellOf(value ?? null))));

/** Rows of one length, up to the last row and column in which something stands. */
const squared = (rows: readonly (readonly Cell[])[]): Grid => {
  const filled = rows.map(lastFilled);
  const width = filled.reduce((widest, length) => Math.max(widest, length), 0);
  const height = filled.findLastIndex((length) => length > 0) + 1;
  const blank: readonly Cell[] = new Array<Cell>(width).fill(null);
  return rows.slice(0, height).map((row, at) => {
    const length = filled[at] ?? 0;
    if (length === 0) return blank;
    return row.length === width ? row : [...row.slice(0, length), ...blank.slice(length)];
  });
};

const lastFilled = (row: readonly Cell[]): number => row.findLastIndex((value) => value !== null) + 1;

const day = 86_400_000;
const dayNought = Date.UTC(1899, 11, 30);

const cellOf = (value: CellValue): Cell => {
  if (value instanceof Date) return (value.getTime() - dayNought) / day;
  return value === '' ? null : value;
};
