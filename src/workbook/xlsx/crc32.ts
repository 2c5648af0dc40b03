/** One table for each byte of a word, so that four bytes are taken at a time: it runs over every byte of every file. */
const tables = Array.from({ length: 4 }, () => new Int32Array(256));
const [first = new Int32Array(), second = first, third = first, fourth = first] = tables;
for (let byte = 0; byte < 256; byte += 1) {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  first[byte] = value;
}
for (let byte = 0; byte < 256; byte += 1) {
  let value = first[byte] as number;
  for (const table of [second, third, fourth]) {
    value = (first[value & 0xff] as number) ^ (value >>> 8);
    table[byte] = value;
  }
}

/** The check sum that a zip keeps of each of its parts. */
export const crc32 = (bytes: Uint8Array): number => {
  let sum = -1;
  let at = 0;
  for (const whole = bytes.length - 3; at < whole; at += 4) {
    sum ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    sum =
      (fourth[sum & 0xff] as number) ^
      (third[(sum >>> 8) & 0xff] as number) ^
      (second[(sum >>> 16) & 0xff] as number) ^
      (first[sum >>> 24] as number);
  }
  for (; at < bytes.length; at += 1) sum = (first[(sum ^ (bytes[at] as number)) & 0xff] as number) ^ (sum >>> 8);
  return (sum ^ -1) >>> 0;
};
