import { strFromU8, strToU8 } from 'fflate';
import type { Parts } from './guard.ts';

/** The paths of the sheets that are not in view. None where the workbook is written in a way not known here. */
export const hiddenSheetPaths = (parts: Parts): readonly string[] => {
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const relations = new Map(
    tags(text('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [attribute(tag, 'Id'), tag]),
  );
  return tags(text('xl/workbook.xml'), 'sheet').flatMap((tag) => {
    if (!/\bstate="(hidden|veryHidden)"/.test(tag)) return [];
    const target = attribute(relations.get(attribute(tag, 'r:id')) ?? '', 'Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return path in parts ? [path] : [];
  });
};

const tags = (xml: string, name: string): readonly string[] => xml.match(new RegExp(`<${name}\\s[^>]*>`, 'g')) ?? [];

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** How many rows tell what a sheet is. */
export const cornerRows = 12;

/** The XML of a sheet without the rows below its corner; the whole XML where its rows are not numbered. */
export const shortenedSheet = (xml: Uint8Array): Uint8Array => {
  const text = strFromU8(xml);
  for (const row of text.matchAll(/<row\s[^>]*?\br="(\d+)"/g)) {
    if (Number(row[1]) > cornerRows) return strToU8(`${text.slice(0, row.index)}</sheetData></worksheet>`);
  }
  return xml;
};
