import { strFromU8, strToU8 } from 'fflate';
import type { Parts } from './guard.ts';

/** The path of each sheet in the order of the workbook; blank where the workbook is written in a way not known here. */
export const sheetPaths = (parts: Parts): readonly string[] => {
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const relations = new Map(
    tags(text('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [attribute(tag, 'Id'), tag]),
  );
  return tags(text('xl/workbook.xml'), 'sheet').map((tag) => {
    const target = attribute(relations.get(attribute(tag, 'r:id')) ?? '', 'Target') ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  });
};

const tags = (xml: string, name: string): readonly string[] => xml.match(new RegExp(`<${name}\\s[^>]*>`, 'g')) ?? [];

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** How many rows tell what a sheet is. */
export const cornerRows = 12;

/** The XML of a sheet without the rows below its corner, made of its start; `undefined` where the start does not reach. */
export const shortenedSheet = (start: Uint8Array): Uint8Array | undefined => {
  const text = strFromU8(start);
  for (const row of text.matchAll(/<row\s[^>]*?\br="(\d+)"/g)) {
    if (Number(row[1]) > cornerRows) return strToU8(`${text.slice(0, row.index)}</sheetData></worksheet>`);
  }
  return undefined;
};
