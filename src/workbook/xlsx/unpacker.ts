import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';

/** How parts of a file are unpacked: a program that has faster means than JavaScript hands in its own. */
export interface Unpacker {
  /**
   * What deflated bytes, which may be only the first of them, inflate to: never more than the longest length that is
   * asked for. `longer` when there would be more, `undefined` when they are not deflated bytes.
   */
  inflate(packed: Uint8Array, longest: number): Uint8Array | 'longer' | undefined;
  /** The check sum that a zip keeps of each of its parts. */
  crc32(bytes: Uint8Array): number;
}

/** Packed bytes at a time: they inflate to 16 MB at the most before they are counted. */
const piece = 16_384;

/** Runs wherever JavaScript does. */
export const plainUnpacker: Unpacker = {
  inflate: (packed, longest) => {
    const chunks: Uint8Array[] = [];
    let filled = 0;
    const stream = new Inflate((chunk) => {
      filled += chunk.length;
      if (filled <= longest) chunks.push(chunk);
    });
    try {
      // Never told that it was the last piece: then it would throw at a start that is only that.
      for (let at = 0; at < packed.length && filled <= longest; at += piece)
        stream.push(packed.subarray(at, at + piece));
    } catch {
      return undefined;
    }
    return filled > longest ? 'longer' : joined(chunks, filled);
  },
  crc32,
};

const joined = (chunks: readonly Uint8Array[], length: number): Uint8Array => {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
};
