/** The signs of 0x80 to 0x9F, in which Windows-1252 differs from Latin 1; five have no sign and stay as they are. */
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The text of bytes in Windows-1252. Node 20's own decoder of that name reads 0x80 to 0x9F as Latin 1, and curly
 * quotation marks, which school names are full of, would be lost.
 */
export const windows1252 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes)
    text += byte >= 0x80 && byte < 0xa0 ? signs.charAt(byte - 0x80) : String.fromCharCode(byte);
  return text;
};
