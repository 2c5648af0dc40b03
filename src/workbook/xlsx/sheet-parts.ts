import { strFromU8, strToU8 } from 'fflate';
import type { Parts } from './guard.ts';

/**
 * The path of each sheet in the order of the workbook, and of the texts that they share; nothing where the workbook is
 * written in a way not known here.
 */
export const sheetPaths = (parts: Parts): { readonly sheets: readonly string[]; readonly strings?: string } => {
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const workbook = text('xl/workbook.xml');
  const related = text('xl/_rels/workbook.xml.rels');
  const isUsual = /Target="\/?xl\/workbook\.xml"/.test(text('_rels/.rels'));
  // What looks like a sheet may be part of a comment.
  if (!isUsual || /<!/.test(workbook + related)) return { sheets: [] };
  const relations = tags(related, 'Relationship');
  const targets = new Map(relations.map((tag) => [attribute(tag, 'Id'), pathOf(tag)]));
  const strings = relations.find((tag) => attribute(tag, 'Type')?.endsWith('/relationships/sharedStrings'));
  return {
    sheets: tags(workbook, 'sheet').map((tag) => targets.get(attribute(tag, 'r:id')) ?? ''),
    ...(strings === undefined ? {} : { strings: pathOf(strings) }),
  };
};

const pathOf = (relation: string): string => {
  const target = attribute(relation, 'Target') ?? '';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
};

const tags = (xml: string, name: string): readonly string[] => xml.match(new RegExp(`<${name}\\s[^>]*>`, 'g')) ?? [];

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** How many rows tell what a sheet is. */
export const cornerRows = 12;

/** The XML of a sheet without the rows below its corner, made of its start; `undefined` where the start does not reach. */
export const shortenedSheet = (start: Uint8Array): Uint8Array | undefined => {
  for (let length = 16_384; ; length *= 4) {
    const text = strFromU8(start.subarray(0, length));
    for (const row of text.matchAll(/<row\s[^>]*?\br="(\d+)"/g)) {
      if (Number(row[1]) > cornerRows) return strToU8(`${text.slice(0, row.index)}</sheetData></worksheet>`);
    }
    if (length >= start.length) return undefined;
  }
};
