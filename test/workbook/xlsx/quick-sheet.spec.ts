import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import type { Cell } from '#core/cell.ts';
import { writeSheets } from '#workbook/xlsx/plain-sheets.ts';
import { quickRows, quickStrings } from '#workbook/xlsx/quick-sheet.ts';
import { storedZip } from '#workbook/xlsx/stored-zip.ts';
import { orchard, orchardAnswers, orchardOwner, orchardRound } from '../../kit/orchard-instrument.ts';
import { recalculate } from '../../kit/libreoffice.ts';
import { bytesOf, returnFile } from '../../kit/return-file.ts';

type Rows = readonly (readonly unknown[])[];

/** Rows without blanks at their ends and without blank rows at the end: what makes no difference. */
const trimmed = (rows: Rows): Rows => {
  const cut = rows.map((row) => row.slice(0, row.findLastIndex((value) => value !== null && value !== '') + 1));
  return cut
    .slice(0, cut.findLastIndex((row) => row.length > 0) + 1)
    .map((row) => row.map((value) => (value || value === 0 || value === false ? value : null)));
};

/** A workbook of one sheet, so that the parser can be asked. */
const frame = async (): Promise<Readonly<Record<string, Uint8Array>>> =>
  unzipSync(await writeSheets([{ name: 'Trees', grid: [['oak']] }]));
const byParser = async (sheet: string, strings: string): Promise<Rows> => {
  const parts: Readonly<Record<string, Uint8Array>> = {
    ...(await frame()),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
    'xl/sharedStrings.xml': strToU8(strings),
  };
  const { 'xl/styles.xml': _, ...unstyled } = parts;
  const { sheets } = await readXlsx(storedZip(unstyled));
  return trimmed(sheets[0]?.rows ?? []);
};

const sheetOf = (rows: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData><pageMargins/></worksheet>`;
const stringsOf = (texts: readonly string[]): string =>
  `<?xml version="1.0"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="9">${texts.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('')}</sst>`;

const text = fc.oneof(
  fc.string({ maxLength: 8 }).map((plain) => plain.replace(/[<&>\0-\x1f]|[^\x20-\x7e]/g, '')),
  fc.constantFrom(
    'a &amp; b',
    '&lt;i&gt;',
    '&#65;&#x42;',
    '_x0041_',
    '_x005F_x0041_',
    '&nosuch;',
    ' spaced ',
    '#N/A',
    '007',
    '&#xFFFFFFF;',
    'é',
  ),
);
const cell = fc.record({
  type: fc.constantFrom('', ' t="s"', ' t="n"', ' t="str"', ' t="b"', ' t="e"', ' t="inlineStr"', ' t="d"'),
  style: fc.constantFrom('', ' s="1"'),
  styleFirst: fc.boolean(),
  body: fc.oneof(
    text.map((value) => `<v>${value}</v>`),
    fc.constantFrom('0', '1', '2', '-3.5', '1E-3', '40000', '', 'TRUE').map((value) => `<v>${value}</v>`),
    text.map((value) => `<is><t>${value}</t></is>`),
    text.map((value) => `<is><r><t xml:space="preserve">${value}</t></r></is>`),
    text.map((value) => `<f>A1+1</f><v>${value}</v>`),
    fc.constantFrom(
      '',
      '<v/>',
      '<f>A1</f>',
      '<f t="shared" si="0"/><v>4</v>',
      '<f aca="false">IF(A1&gt;2,"a","b")</f><v>7</v>',
    ),
  ),
});
const sheet = fc
  .array(fc.record({ skip: fc.nat(2), cells: fc.array(fc.record({ skip: fc.nat(30), cell }), { maxLength: 6 }) }), {
    maxLength: 6,
  })
  .map((rows) => {
    let number = 0;
    return sheetOf(
      rows
        .map(({ skip, cells }) => {
          number += 1 + skip;
          let column = -1;
          const inside = cells.map(({ skip: past, cell: { type, style, styleFirst, body } }) => {
            column += 1 + past;
            const name =
              (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') +
              String.fromCharCode(65 + (column % 26));
            const attributes = styleFirst ? style + type : type + style;
            return body === ''
              ? `<c r="${name}${number}"${attributes}/>`
              : `<c r="${name}${number}"${attributes}>${body}</c>`;
          });
          return `<row r="${number}" spans="1:9">${inside.join('')}</row>`;
        })
        .join(''),
    );
  });

test('whatever is read quickly is read as the parser reads it', async () => {
  let quick = 0;
  await fc.assert(
    fc.asyncProperty(sheet, fc.array(text, { maxLength: 4 }), async (xml, texts) => {
      const strings = quickStrings(stringsOf(texts));
      const rows = strings && quickRows(strToU8(xml), strings);
      if (!rows) return;
      quick += 1;
      expect(trimmed(rows)).toEqual(await byParser(xml, stringsOf(texts)));
    }),
    { numRuns: 400 },
  );
  // The others hold numbers of texts that are none.
  expect(quick).toBeGreaterThan(150);
});

test('a sheet of many pieces, and of rows longer than a piece, is read quickly and as it was', async () => {
  const long = Array.from({ length: 3_000 }, (_, at) => `oak ${at} &é`.repeat(1 + (at % 9)));
  const grid: Cell[][] = Array.from({ length: 40 }, (_, at) => (at % 13 === 5 ? long : [at, 'é', null, at / 3]));
  const parts = unzipSync(await writeSheets([{ name: 'Trees', grid }]));
  expect(parts['xl/worksheets/sheet1.xml']?.length).toBeGreaterThan(3 * 65_536);
  expect(quicklyRead(parts, 'xl/worksheets/sheet1.xml')).toEqual(grid);
});

test('values of every kind that this program writes are read quickly, and as they were', async () => {
  const grid: Cell[][] = [['oak', 3, null, 'a & b'], [true, -2.5, '=x', '#N/A'], [], ['_x0041_', ' ', '007', false]];
  const parts = unzipSync(await writeSheets([{ name: 'Trees', grid }]));
  expect(quicklyRead(parts, 'xl/worksheets/sheet1.xml')).toEqual(grid);
});

const quicklyRead = (parts: Readonly<Record<string, Uint8Array>>, path: string): Rows | undefined => {
  const bytes = (part: string) => parts[part] ?? new Uint8Array();
  const rows = quickRows(bytes(path), quickStrings(strFromU8(bytes('xl/sharedStrings.xml'))) ?? []);
  return rows && trimmed(rows);
};

test('every sheet of a return is read quickly and as the parser reads it, as written here and after LibreOffice saved it', async () => {
  const written = await bytesOf(
    await returnFile({ instrument: orchard, round: orchardRound, owner: orchardOwner, answers: orchardAnswers }),
  );
  for (const bytes of [written, await recalculate(written)]) {
    const parts = unzipSync(bytes);
    const { 'xl/styles.xml': _, ...unstyled } = parts;
    const { sheets } = await readXlsx(storedZip(unstyled));
    expect(sheets.length).toBeGreaterThan(3);
    sheets.forEach(({ rows }, at) =>
      expect(quicklyRead(parts, `xl/worksheets/sheet${at + 1}.xml`)).toEqual(trimmed(rows)),
    );
  }
}, 60_000);

test.each([
  ['a comment', '<row r="1"><!-- <c r="A1"/> --></row>'],
  ['rows without numbers', '<row><c r="A1"><v>1</v></c></row>'],
  ['cells without names', '<row r="1"><c><v>1</v></c></row>'],
  ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
  ['cells in another order', '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'],
  ['rows in another order', '<row r="2"></row><row r="1"></row>'],
  ['text in several looks', '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>'],
  ['a column that no sheet has', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
  ['rows that do not end', '<row r="1"><c r="A1"><v>1</v></c>'],
])('%s: the parser is asked', (_, rows) => {
  expect(quickRows(strToU8(sheetOf(rows)), [])).toBeUndefined();
});

test.each([
  '<sst><si><r><t>a</t></r><r><t>b</t></r></si></sst>',
  '<sst><si><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh></si></sst>',
  '<sst><si><t>a</t></si>',
  '',
])('texts that are written in another way are the parser’s: %j', (xml) => {
  expect(quickStrings(xml)).toBeUndefined();
});
