import fc from 'fast-check';
import { readCsv } from '#documents/read-csv.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const cells = (text: string) => readCsv(bytes(text));

test('cells are text exactly as written: no number, date or leading zero is read into them', () => {
  expect(cells('URN,Date,Count\n007123,14/11/2008,1e3\n')).toEqual({
    ok: true,
    value: [
      ['URN', 'Date', 'Count'],
      ['007123', '14/11/2008', '1e3'],
    ],
  });
});

test.each([
  ['commas', 'a,b\n1,2'],
  ['semicolons', 'a;b\n1;2'],
  ['tabs', 'a\tb\n1\t2'],
  ['Windows line ends', 'a,b\r\n1,2\r\n'],
])('%s part cells', (_, text) => {
  expect(cells(text)).toEqual({
    ok: true,
    value: [
      ['a', 'b'],
      ['1', '2'],
    ],
  });
});

test('a quoted cell may hold the delimiter, line breaks and doubled quotation marks', () => {
  expect(cells('"Who, mostly?";Why\n"Mum; ""Dad""";"two\nlines"')).toEqual({
    ok: true,
    value: [
      ['Who, mostly?', 'Why'],
      ['Mum; "Dad"', 'two\nlines'],
    ],
  });
});

test('short rows are filled up with blank cells, empty lines are left out', () => {
  expect(cells('a,b,c\n1\n\n,2,')).toEqual({
    ok: true,
    value: [
      ['a', 'b', 'c'],
      ['1', null, null],
      [null, '2', null],
    ],
  });
});

test.each([
  ['UTF-8 with its mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes('café,1'))],
  ['Windows-1252', Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x2c, 0x31)],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, ...[...'café,1'].flatMap((letter) => [letter.charCodeAt(0), 0]))],
])('%s is understood', (_, file) => {
  expect(readCsv(file)).toEqual({ ok: true, value: [['café', '1']] });
});

test('Windows-1252 keeps curly quotation marks and dashes, as Excel for Windows saves them', () => {
  const file = Uint8Array.of(0x93, 0x4d, 0x75, 0x6d, 0x92, 0x73, 0x94, 0x20, 0x96, 0x2c, 0x80);
  expect(readCsv(file)).toEqual({ ok: true, value: [['“Mum’s” –', '€']] });
});

test('what is no table is said, and where it breaks off', () => {
  expect(cells(' \n ')).toEqual({ ok: false, failure: { kind: 'empty' } });
  expect(readCsv(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0xff))).toEqual({ ok: false, failure: { kind: 'not-text' } });
  expect(cells('a,b\n1,2\n"never closed,3')).toMatchObject({ ok: false, failure: { kind: 'broken' } });
});

test('whatever is written as CSV is read back', () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/[\0\r\ufeff]/.test(text));
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
  fc.assert(
    fc.property(table, (rows) => {
      const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n');
      expect(readCsv(bytes(text))).toEqual({ ok: true, value: rows.map((row) => row.map((one) => one || null)) });
    }),
  );
});
