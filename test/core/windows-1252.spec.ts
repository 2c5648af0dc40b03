import { windows1252 } from '#core/windows-1252.ts';

test.each([
  [[0x93, 0x53, 0x74, 0x92, 0x94], '“St’”'],
  [[0xc9, 0x80, 0x96, 0x9f, 0xff], 'É€–Ÿÿ'],
  [[0x41, 0x7f, 0xa0], 'A\u007f\u00a0'],
])('%p are “%s”', (bytes, text) => {
  expect(windows1252(Uint8Array.from(bytes))).toBe(text);
});

test('every byte is one sign, and no two bytes the same', () => {
  const all = windows1252(Uint8Array.from({ length: 256 }, (_, at) => at));
  expect(all).toHaveLength(256);
  expect(new Set(all).size).toBe(256);
});
