import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import type { BookSheet } from './book-sheet.ts';
import type { Parts } from './guard.ts';
import { highlightBlock } from './highlight-block.ts';
import { noteParts, noteProperties, type Notes } from './note-parts.ts';
import { printNames } from './print-names.ts';
import { writeSheet } from './write-sheet.ts';
import { xmlText } from './xml-text.ts';

/** A workbook in memory. */
export interface Book {
  readonly sheets: readonly BookSheet[];
  readonly notes: Notes;
  /** The sheet in front. */
  readonly front: BookSheet | undefined;
}

/**
 * The bytes of a workbook. Every program that opens it is told to calculate everything anew; the results that stand in
 * it with `caches` are for what only shows files: a preview, a telephone.
 */
export const writeBook = async ({ sheets, notes, front }: Book, caches: boolean): Promise<Uint8Array> => {
  const properties = noteProperties(notes);
  const active = Math.max(0, front ? sheets.indexOf(front) : sheets.findIndex(({ visible }) => visible));
  const written = unzipSync(
    await writeXlsx({
      sheets: sheets.map((sheet) => writeSheet(sheet, caches)),
      activeSheet: active,
      ...(Object.keys(properties).length > 0 ? { properties: { custom: properties } } : {}),
    }),
  );
  return zipSync(
    {
      ...written,
      ...sheetParts(written, sheets),
      ...chartParts(written, sheets),
      ...printParts(written, sheets),
      ...noteParts(written, notes),
    },
    { level: packing },
  );
};

/** Half the time of the usual level, for a file that is a fifteenth larger. */
const packing = 4;

/**
 * What the writer leaves out of sheets: highlights that look at other sheets, as a block at the end; and that the height
 * of a row is only its first one, which grows with what is typed.
 */
const sheetParts = (parts: Parts, sheets: readonly BookSheet[]): Parts =>
  Object.fromEntries(
    sheets.flatMap(({ plan, visible }, at) => {
      const block = plan && highlightBlock(plan, at);
      return plan && (visible || block !== undefined)
        ? [
            replaced(
              parts,
              `xl/worksheets/sheet${at + 1}.xml`,
              / customHeight="1"(?=[^<>]*>)|<\/worksheet>\s*$/g,
              (found) => (found.startsWith('<') ? `${block ?? ''}</worksheet>` : ''),
            ),
          ]
        : [];
    }),
  );

/** What is printed, among the names of the workbook, which stand after its sheets. */
const printParts = (parts: Parts, sheets: readonly BookSheet[]): Parts => {
  const names = printNames(
    sheets.flatMap(({ name, plan }, place) => (plan?.print ? [{ place, name, print: plan.print }] : [])),
  );
  return names === ''
    ? {}
    : Object.fromEntries([replaced(parts, 'xl/workbook.xml', /<\/sheets>/, () => `</sheets>${names}`)]);
};

/** The names of charts, by which they are found again in Excel: the writer numbers them. */
const chartParts = (parts: Parts, sheets: readonly BookSheet[]): Parts =>
  Object.fromEntries(
    sheets.flatMap(({ plan }, at) =>
      plan && plan.charts.length > 0
        ? [
            replaced(parts, `xl/drawings/drawing${at + 1}.xml`, /name="Chart (\d+)"/g, (_, number) => {
              const name = plan.charts[Number(number) - 1]?.name ?? '';
              return `name="${xmlText(name)}"`;
            }),
          ]
        : [],
    ),
  );

const replaced = (
  parts: Parts,
  path: string,
  what: RegExp,
  by: (whole: string, ...groups: string[]) => string,
): [string, Uint8Array] => [path, strToU8(strFromU8(parts[path] ?? new Uint8Array()).replace(what, by))];
