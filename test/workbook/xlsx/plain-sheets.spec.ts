import fc from 'fast-check';
import type { Cell } from '#core/cell.ts';
import { readSheets, writeSheets } from '#workbook/xlsx/plain-sheets.ts';

const roundTrip = async (rows: readonly (readonly Cell[])[]) => {
  const answer = await readSheets(await writeSheets([{ name: 'Plain', grid: rows }]));
  if (!answer.ok) throw new Error(answer.failure.kind);
  return answer.value[0]?.grid;
};

test.each([
  'plain',
  '007',
  '1/2/2026',
  '=1+1',
  '#N/A',
  '#DIV/0!',
  'TRUE',
  ' padded ',
  'two\nlines\r\nand\ttabs',
  'a < b & "c"',
  '_x0041_',
  '_x005F_x0041_',
  '\u0000\u0001\u001f\ufffe',
  'half a pair \ud83d',
  '😀',
  'x'.repeat(32_767),
])('the text %j comes back as it was', async (text) => {
  expect(await roundTrip([[text]])).toEqual([[text]]);
});

test('numbers, truths and blanks come back as they were; what is blank at the end is not there', async () => {
  expect(await roundTrip([[1.5, -0.1, 1e300, true, false, null], [null], ['', 46_000]])).toEqual([
    [1.5, -0.1, 1e300, true, false],
    [null, null, null, null, null],
    [null, 46_000, null, null, null],
  ]);
});

test('any text comes back as it was', async () => {
  const text = fc.string({ unit: fc.oneof(fc.constantFrom('_', 'x', '0', '4', '\r', '\n', '&', '#'), fc.string()) });
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (texts) => {
      const found = (await roundTrip([[...texts, 'end']]))?.[0];
      expect(found).toEqual([...texts.map((one) => (one === '' ? null : one)), 'end']);
    }),
    { numRuns: 60 },
  );
});

test('sheets keep their names and their order', async () => {
  const answer = await readSheets(
    await writeSheets([
      { name: 'Second & first', grid: [['b']] },
      { name: 'First', grid: [] },
    ]),
  );
  expect(answer).toEqual({
    ok: true,
    value: [
      { name: 'Second & first', grid: [['b']] },
      { name: 'First', grid: [] },
    ],
  });
});

test('a text that no cell takes is not cut: it is our mistake', () => {
  expect(() => writeSheets([{ name: 'Plain', grid: [['x'.repeat(32_768)]] }])).toThrow('too long');
});
