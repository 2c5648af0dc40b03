import { existsSync, readFileSync } from 'node:fs';
import type { ImageSize } from './manifest-faults.ts';

const signature = '89504e470d0a1a0a';

/** The size of a PNG file, from its header; `undefined` when there is no such file or it is something else. */
export function pngSize(path: string): ImageSize | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  if (bytes.subarray(0, 8).toString('hex') !== signature) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
