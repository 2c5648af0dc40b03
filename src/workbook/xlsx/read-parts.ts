import { strFromU8, strToU8 } from 'fflate';
import { readXlsx, type CellValue, type Sheet } from 'hucre/xlsx';
import type { Cell, Grid } from '#core/cell.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { Parts } from './guard.ts';
import type { XlsxRefusal } from './refusal.ts';
import { hiddenSheetPaths, shortenedSheet } from './sheet-parts.ts';
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

/**
 * Which sheets to read: all in full, or hidden ones only as far as it takes to tell what they are, or one by its name.
 */
export type Wanted = 'all' | 'hidden-in-short' | { readonly sheet: string };

/**
 * The sheets of a workbook file in their order. Values are as typed: dates are serial numbers of Excel's usual count
 * from 1900 (also where a Mac's file counts from 1904), errors are their text, a formula is the value that the program
 * that saved it has left there, or blank.
 */
export const readParts = async (parts: Parts, wanted: Wanted): Promise<Result<ReadFile, XlsxRefusal>> => {
  const counts1904 = /date1904="(1|true)"/.test(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()));
  const hidden = wanted === 'hidden-in-short' ? hiddenSheetPaths(parts) : [];
  const short = Object.fromEntries(hidden.map((path) => [path, shortenedSheet(parts[path] ?? new Uint8Array())]));
  const toRead = { ...valuesOnly(parts), ...short, ...(counts1904 ? {} : withoutFormats(parts)) };
  try {
    const only = typeof wanted === 'object' ? { sheets: [wanted.sheet] } : {};
    const { sheets, properties } = await readXlsx(storedZip(toRead), only);
    return ok({
      sheets: sheets.map((sheet) => {
        const visible = !sheet.hidden && !sheet.veryHidden;
        return { name: sheet.name, visible, grid: gridOf(sheet), whole: visible || wanted !== 'hidden-in-short' };
      }),
      properties: properties?.custom ?? {},
    });
  } catch {
    // The parser throws errors of its own, and plain ones, at whatever it did not expect in a file.
    return failed({ kind: 'damaged' });
  }
};

/** Charts, pictures, comments and the like say nothing about values: they are not parsed. */
const valuesOnly = (parts: Parts): Parts =>
  Object.fromEntries(
    Object.entries(parts).filter(
      ([path]) => !/^(customXml|xl\/(worksheets\/_rels|drawings|charts|media|theme))\//i.test(path),
    ),
  );

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
