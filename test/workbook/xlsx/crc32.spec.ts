import { strToU8 } from 'fflate';
import { crc32 } from '#workbook/xlsx/crc32.ts';

test.each([
  ['', 0],
  ['a', 0xe8b7be43],
  ['123456789', 0xcbf43926],
  ['The quick brown fox jumps over the lazy dog', 0x414fa339],
])('the check sum of %j is the known one', (text, sum) => {
  expect(crc32(strToU8(text))).toBe(sum);
});
