import { strFromU8, strToU8 } from 'fflate';
import { readXlsx, type CellValue, type Sheet } from 'hucre/xlsx';
import type { Cell, Grid } from '#core/cell.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { PackedParts, Parts } from './guard.ts';
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

/** How much of which sheets to read: all in full, or all as far as it takes to tell what they are, or one by its place. */
export type Wanted = 'all' | 'in-short' | { readonly sheet: number };

/**
 * The sheets of a workbook file in their order. Values are as typed: dates are serial numbers of Excel's usual count
 * from 1900 (also where a Mac's file counts from 1904), errors are their text, a formula is the value that the program
 * that saved it has left there, or blank.
 */
export const readParts = async (packed: PackedParts, wanted: Wanted): Promise<Result<ReadFile, XlsxRefusal>> => {
  const frame = packed.read((name) => isOfValues(name) && !isSheet(name));
  if (!frame.ok) return frame;
  const paths = sheetPaths(frame.value);
  const sheetParts = readSheetParts(packed, paths, wanted);
  if (!sheetParts.ok) return sheetParts;
  const { whole, short } = sheetParts.value;
  const counts1904 = /date1904="(1|true)"/.test(strFromU8(frame.value['xl/workbook.xml'] ?? new Uint8Array()));
  const toRead = { ...frame.value, ...whole, ...short, ...(counts1904 ? {} : withoutFormats(frame.value)) };
  try {
    const only = typeof wanted === 'object' ? { sheets: [wanted.sheet] } : {};
    const { sheets, properties } = await readXlsx(storedZip(toRead), only);
    const isWhole = (at: number) =>
      wanted !== 'in-short' || (paths.length === sheets.length && (paths[at] ?? '') in whole);
    return ok({
      sheets: sheets.map((sheet, at) => ({
        name: sheet.name,
        visible: !sheet.hidden && !sheet.veryHidden,
        grid: gridOf(sheet),
        whole: isWhole(at),
      })),
      properties: properties?.custom ?? {},
    });
  } catch {
    // The parser throws errors of its own, and plain ones, at whatever it did not expect in a file.
    return failed({ kind: 'damaged' });
  }
};

const isSheet = (name: string): boolean => /^xl\/worksheets\/[^/]+$/i.test(name);

/** Charts, pictures, comments and the like say nothing about values: they are neither inflated nor parsed. */
const isOfValues = (name: string): boolean =>
  !/^(customXml|xl\/(worksheets\/_rels|drawings|charts|media|theme))\//i.test(name);

/** The sheets that are wanted in full, and those of which the top rows are enough. */
const readSheetParts = (
  packed: PackedParts,
  paths: readonly string[],
  wanted: Wanted,
): Result<{ readonly whole: Parts; readonly short: Parts }, XlsxRefusal> => {
  const short: Record<string, Uint8Array> = {};
  if (wanted === 'in-short') {
    for (const name of packed.names.filter(isSheet)) {
      const start = packed.start(name);
      if (!start.ok) return start;
      const top = shortenedSheet(start.value);
      if (top) short[name] = top;
    }
  }
  const path = typeof wanted === 'object' ? paths[wanted.sheet] : undefined;
  const isWanted = (name: string) =>
    path !== undefined && packed.names.includes(path) ? name === path : isSheet(name);
  const whole = packed.read((name) => isWanted(name) && !(name in short));
  return whole.ok ? ok({ whole: whole.value, short }) : whole;
};

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

const gridOf = ({ rows }: Sheet): Grid => {
  const width = rows.reduce((widest, row) => Math.max(widest, lastFilled(row)), 0);
  const height = rows.findLastIndex((row) => lastFilled(row) > 0) + 1;
  const blank: readonly Cell[] = new Array<Cell>(width).fill(null);
  return rows
    .slice(0, height)
    .map((row) =>
      lastFilled(row) === 0 ? blank : Array.from({ length: width }, (_, at) => cellOf(row[at] ?? null)),
    );
};

const lastFilled = (row: readonly CellValue[]): number =>
  row.findLastIndex((value) => value !== null && value !== '') + 1;

const day = 86_400_000;
const dayNought = Date.UTC(1899, 11, 30);

const cellOf = (value: CellValue): Cell => {
  if (value instanceof Date) return (value.getTime() - dayNought) / day;
  return value === '' ? null : value;
};
