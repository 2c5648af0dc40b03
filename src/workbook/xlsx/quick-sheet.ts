import { strFromU8, strToU8 } from 'fflate';
import type { Cell } from '#core/cell.ts';
import { decodedText, decodedXml } from './file-text.ts';

/**
 * The values of a sheet whose XML is written as Excel, LibreOffice and this program write it, several times as fast as
 * the parser reads it: a school's largest return has 60,000 cells. `undefined` where anything in it is written in
 * another way, however sound: then it is the parser's. Rows may be of different lengths; empty text is blank.
 */
export const quickRows = (
  sheet: Uint8Array,
  strings: readonly string[],
): readonly (readonly Cell[])[] | undefined => {
  const start = startOfCells(sheet);
  if (start === undefined) return undefined;
  const rows: Cell[][] = [];
  // Piece by piece: a text of some megabytes costs more to make room for than to read.
  for (let from = start; ;) {
    const to = endOfPiece(sheet, from);
    const read = to === undefined ? undefined : readPiece(strFromU8(sheet.subarray(from, to)), strings, rows);
    if (to === undefined || read === undefined) return undefined;
    if (read === 'the last') return rows;
    from = to;
  }
};

/** Where the first row begins. */
const startOfCells = (sheet: Uint8Array): number | undefined => {
  for (let at = sheet.indexOf(lessThan); at >= 0; at = sheet.indexOf(lessThan, at + 1)) {
    if (standsAt(sheet, at, cellsStart)) return at + cellsStart.length;
    if (sheet[at + 1] === exclamation) return undefined;
  }
  return undefined;
};

/** Where the last of the rows that end within a piece, or within as many pieces as it takes, or the cells end. */
const endOfPiece = (sheet: Uint8Array, from: number): number | undefined => {
  for (let length = pieceLength; ; length *= 4) {
    const piece = sheet.subarray(from, from + length);
    for (let at = piece.lastIndexOf(lessThan); at >= 0; at = at === 0 ? -1 : piece.lastIndexOf(lessThan, at - 1)) {
      const end = ends.find((tag) => standsAt(piece, at, tag));
      if (end) return from + at + end.length;
    }
    if (from + length >= sheet.length) return undefined;
  }
};

const standsAt = (bytes: Uint8Array, at: number, tag: Uint8Array): boolean =>
  tag.every((byte, offset) => bytes[at + offset] === byte);

const pieceLength = 65_536;
const lessThan = 0x3c;
const exclamation = 0x21;
const cellsStart = strToU8('<sheetData>');
const cellsEnd = strToU8('</sheetData>');
const ends = [strToU8('</row>'), cellsEnd];

/** Puts the rows of a piece below those that there are; `the last` when the cells end in it. */
const readPiece = (
  xml: string,
  strings: readonly string[],
  rows: Cell[][],
): 'one of many' | 'the last' | undefined => {
  let at = 0;
  while (at < xml.length) {
    if (xml.startsWith('</sheetData>', at)) return 'the last';
    const row = matchAt(rowTag, xml, at);
    const number = Number(row?.[1]);
    // In another order, or the same row again: the parser knows what to make of it.
    if (!row || number <= rows.length || number > mostRows) return undefined;
    at += row[0].length;
    while (rows.length < number) rows.push([]);
    if (row[2] !== undefined) continue;
    const end = readCells(xml, at, number, strings, rows[number - 1] ?? []);
    if (end === undefined) return undefined;
    at = end;
  }
  return 'one of many';
};

const mostRows = 1_048_576;
const mostColumns = 16_384;

const rowTag = /<row r="([1-9]\d{0,6})"[^<>]*?(\/)?>/y;
const cellTag =
  /<c r="([A-Z]{1,3})([1-9]\d{0,6})"([^<>]*?)(?:\/>|>(?:<f[^<>]*(?:\/>|>[^<]*<\/f>))?(?:<v>([^<]*)<\/v>|<v\/>|<is>(?:<t(?: xml:space="preserve")?>([^<]*)<\/t>|<r><t(?: xml:space="preserve")?>([^<]*)<\/t><\/r>)<\/is>)?<\/c>)/y;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Puts the cells of a row into it; answers where the row ends. */
const readCells = (
  xml: string,
  from: number,
  number: number,
  strings: readonly string[],
  row: Cell[],
): number | undefined => {
  let at = from;
  for (let cell = matchAt(cellTag, xml, at); cell; cell = matchAt(cellTag, xml, at)) {
    const [whole, letters = '', line, attributes = '', value = '', text, run] = cell;
    const column = columnOf(letters);
    if (Number(line) !== number || column < row.length || column >= mostColumns) return undefined;
    const type = typeIn(attributes);
    if (type === 's' && !/^\d+$/.test(value)) return undefined;
    while (row.length < column) row.push(null);
    const read = valueOf(type, value, text ?? run ?? '', strings);
    row.push(read === '' ? null : read);
    at += whole.length;
  }
  return xml.startsWith('</row>', at) ? at + '</row>'.length : undefined;
};

const columnOf = (letters: string): number => {
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
};

const typeIn = (attributes: string): string => {
  const at = attributes.indexOf(' t="');
  return at < 0 ? '' : attributes.slice(at + 4, attributes.indexOf('"', at + 4));
};

const valueOf = (type: string, value: string, text: string, strings: readonly string[]): Cell => {
  if (type === 's') return strings[Number(value)] ?? null;
  if (type === 'str') return decodedText(value);
  if (type === 'inlineStr') return decodedText(text);
  if (type === 'b') return value === '1' || value.toLowerCase() === 'true';
  if (type === 'e') return decodedXml(value);
  const number = value === '' ? Number.NaN : Number(value);
  return Number.isNaN(number) ? decodedXml(value) || null : number;
};

const stringTag = /<si>(?:<t(?: xml:space="preserve")?>([^<]*)<\/t>|<t(?: xml:space="preserve")?\/>)<\/si>\s*/y;

/** The texts that the sheets of a workbook share; `undefined` where one of them is written in another way. */
export const quickStrings = (xml: string): readonly string[] | undefined => {
  const start = /<sst\b[^<>]*[^/]>\s*/.exec(xml);
  if (!start || xml.includes('<!')) return undefined;
  const strings: string[] = [];
  let at = start.index + start[0].length;
  for (let found = matchAt(stringTag, xml, at); found; found = matchAt(stringTag, xml, at)) {
    strings.push(decodedText(found[1] ?? ''));
    at += found[0].length;
  }
  return xml.startsWith('</sst>', at) ? strings : undefined;
};
