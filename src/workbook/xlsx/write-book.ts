import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import type { BookSheet } from './book-sheet.ts';
import type { Parts } from './guard.ts';
import { highlightBlock } from './highlight-block.ts';
import { noteParts, noteProperties, type Notes } from './note-parts.ts';
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
  return zipSync({
    ...written,
    ...highlightParts(written, sheets),
    ...chartParts(written, sheets),
    ...noteParts(written, notes),
  });
};

/** The sheets whose highlights look at other sheets, with the block that says so at their end. */
const highlightParts = (parts: Parts, sheets: readonly BookSheet[]): Parts =>
  Object.fromEntries(
    sheets.flatMap(({ plan }, at) => {
      const block = plan && highlightBlock(plan, at);
      return block === undefined
        ? []
        : [replaced(parts, `xl/worksheets/sheet${at + 1}.xml`, /<\/worksheet>\s*$/, () => `${block}</worksheet>`)];
    }),
  );

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
