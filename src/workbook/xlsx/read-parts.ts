import { strFromU8, strToU8, zipSync } from 'fflate';
import { readXlsx, type CellValue, type Sheet } from 'hucre/xlsx';
import type { Cell, Grid } from '#core/cell.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { Parts } from './guard.ts';
import type { XlsxRefusal } from './refusal.ts';

/** A sheet of a file: its cells from A1 to the end of what is used. */
export interface FileSheet {
  readonly name: string;
  readonly visible: boolean;
  readonly grid: Grid;
}

/**
 * The sheets of a workbook file in their order. Values are as typed: dates are serial numbers of Excel's usual count
 * from 1900 (also where a Mac's file counts from 1904), errors are their text, a formula is the value that the program
 * that saved it has left there, or blank.
 */
export const readParts = async (parts: Parts): Promise<Result<readonly FileSheet[], XlsxRefusal>> => {
  const counts1904 = /date1904="(1|true)"/.test(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()));
  try {
    const { sheets } = await readXlsx(zipSync(counts1904 ? { ...parts } : withoutFormats(parts), { level: 0 }));
    return ok(
      sheets.map((sheet) => ({
        name: sheet.name,
        visible: !sheet.hidden && !sheet.veryHidden,
        grid: gridOf(sheet),
      })),
    );
  } catch {
    // The parser throws errors of its own, and plain ones, at whatever it did not expect in a file.
    return failed({ kind: 'damaged' });
  }
};

/**
 * With its formats the parser would turn numbers that are shown as days into instants, and lose those that are none.
 */
const withoutFormats = (parts: Parts): Record<string, Uint8Array> => {
  const relations = 'xl/_rels/workbook.xml.rels';
  const found = parts[relations];
  if (!found) return { ...parts };
  const text = strFromU8(found).replace(/<Relationship\b[^>]*\/relationships\/styles"[^>]*>/g, '');
  return { ...parts, [relations]: strToU8(text) };
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
