import { strToU8 } from 'fflate';
import type { Parts } from './guard.ts';

/**
 * A zip of parts as they are, not packed, for the parser in this process. Its check sums are left out (0), which the
 * parser takes for "not given": the guard has looked at the real ones, and adding them up twice more takes longer than
 * anything else here.
 */
export const storedZip = (parts: Parts): Uint8Array => {
  const entries = Object.entries(parts).map(([name, bytes]) => ({ name: strToU8(name), bytes }));
  const content = entries.reduce((sum, { name, bytes }) => sum + 30 + name.length + bytes.length, 0);
  const directory = entries.reduce((sum, { name }) => sum + 46 + name.length, 0);
  const zip = new Uint8Array(content + directory + 22);
  const view = new DataView(zip.buffer);
  let at = 0;
  let listed = content;
  for (const { name, bytes } of entries) {
    view.setUint32(listed, 0x02014b50, true);
    lengths(view, listed + 20, bytes, name);
    view.setUint32(listed + 42, at, true);
    zip.set(name, listed + 46);
    listed += 46 + name.length;

    view.setUint32(at, 0x04034b50, true);
    lengths(view, at + 18, bytes, name);
    zip.set(name, at + 30);
    zip.set(bytes, at + 30 + name.length);
    at += 30 + name.length + bytes.length;
  }
  view.setUint32(listed, 0x06054b50, true);
  view.setUint16(listed + 8, entries.length, true);
  view.setUint16(listed + 10, entries.length, true);
  view.setUint32(listed + 12, directory, true);
  view.setUint32(listed + 16, content, true);
  return zip;
};

/** Packed and real length of a part, and that of its name. */
const lengths = (view: DataView, at: number, bytes: Uint8Array, name: Uint8Array): void => {
  view.setUint32(at, bytes.length, true);
  view.setUint32(at + 4, bytes.length, true);
  view.setUint16(at + 8, name.length, true);
};
