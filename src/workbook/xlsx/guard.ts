import { Inflate } from 'fflate';
import { failed, ok, type Result } from '#core/result.ts';
import { crc32 } from './crc32.ts';
import type { XlsxRefusal } from './refusal.ts';
import { zipEntries, zipEntryCount, type ZipEntry } from './zip-directory.ts';

/** The parts of a workbook file, inflated, by their paths. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/** A workbook of ours with 1,500 rows of 40 columns has 0.6 MB, 9 MB inflated, and some 30 parts. */
export const limits = { bytes: 40_000_000, parts: 2_000, inflated: 160_000_000 } as const;

/**
 * Takes the file of a stranger apart, or says why not. Nothing that the file says of itself is believed: names,
 * lengths and check sums are looked at, and inflating stops as soon as a part is longer than it said or all of them
 * together are too much. What comes out may be handed to a parser.
 */
export const partsOf = (bytes: Uint8Array): Result<Parts, XlsxRefusal> => {
  if (bytes.length === 0) return failed({ kind: 'empty' });
  if (bytes.length > limits.bytes) return failed({ kind: 'too-large' });
  if (startsWith(bytes, compoundFile)) return failed(kindOfCompoundFile(bytes));
  if (!startsWith(bytes, zipStart)) return failed({ kind: 'not-a-workbook' });
  if (zipEntryCount(bytes) > limits.parts) return failed({ kind: 'too-large' });
  const entries = zipEntries(bytes);
  if (!entries) return failed({ kind: 'damaged' });
  const fault = faultOfDirectory(entries);
  if (fault) return failed(fault);
  const parts: Record<string, Uint8Array> = {};
  for (const entry of entries.filter(({ name }) => !name.endsWith('/'))) {
    const part = inflated(entry);
    if (!(part instanceof Uint8Array)) return failed(part);
    parts[entry.name] = part;
  }
  const inside = faultOfContent(parts);
  return inside ? failed(inside) : ok(parts);
};

const zipStart = [0x50, 0x4b, 0x03, 0x04];
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** A workbook behind a password and a workbook of before 2007 both are files of this older kind. */
const kindOfCompoundFile = (bytes: Uint8Array): XlsxRefusal => {
  if (holds(bytes, 'EncryptedPackage')) return { kind: 'encrypted' };
  return { kind: holds(bytes, 'Workbook') || holds(bytes, 'Book') ? 'old-format' : 'not-a-workbook' };
};

/** Whether a name of a stream stands in it: two bytes a letter. */
const holds = (bytes: Uint8Array, name: string): boolean => {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const last = bytes.length - wanted.length;
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0 && at <= last; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
};

const faultOfDirectory = (entries: readonly ZipEntry[]): XlsxRefusal | undefined => {
  const names = new Set<string>();
  let total = 0;
  for (const { name, encrypted, method, declared } of entries) {
    // Names of parts are the same in upper and lower case.
    const key = name.toLowerCase();
    if (names.has(key) || !isPlainPath(name)) return { kind: 'unsafe', part: name };
    names.add(key);
    if (encrypted) return { kind: 'encrypted' };
    if (method !== 0 && method !== 8) return { kind: 'damaged', part: name };
    total += declared;
  }
  if (total > limits.inflated) return { kind: 'too-large' };
  return names.has('[content_types].xml') && [...names].some((name) => name.startsWith('xl/'))
    ? undefined
    : { kind: 'not-a-workbook' };
};

/** No way out of the folder, no other notation, and nothing that an object in JavaScript would take as its own. */
const isPlainPath = (name: string): boolean =>
  !/^[/\\]|\\|:|[\0-\x1f]/.test(name) &&
  !name.split('/').some((step) => step === '..' || step === '.' || step === '__proto__');

/** Compressed bytes at a time: they inflate to 16 MB at the most before they are counted. */
const piece = 16_384;

/** A part at the length that it said, or what is wrong with it. */
const inflated = ({ name, method, crc, declared, packed }: ZipEntry): Uint8Array | XlsxRefusal => {
  const damaged: XlsxRefusal = { kind: 'damaged', part: name };
  if (method === 0) return packed.length === declared && crc32(packed) === crc ? packed : damaged;
  const part = new Uint8Array(declared);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length <= declared) part.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && filled <= declared; at += piece) {
      stream.push(packed.subarray(at, at + piece), at + piece >= packed.length);
    }
  } catch {
    return damaged;
  }
  if (filled > declared) return { kind: 'unsafe', part: name };
  return filled === declared && crc32(part) === crc ? part : damaged;
};

const faultOfContent = (parts: Parts): XlsxRefusal | undefined => {
  for (const [part, bytes] of Object.entries(parts)) {
    if (!/\.(xml|rels|vml)$/i.test(part)) continue;
    // Entities may only be declared there; no program that saves workbooks does.
    if (textAt(bytes, 0, 4_096).includes('<!DOCTYPE')) return { kind: 'unsafe', part };
    const end = textAt(bytes, bytes.length - 256, bytes.length).trimEnd();
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(part) && !/<\/(\w+:)?worksheet>$/.test(end)) {
      return { kind: 'damaged', part };
    }
  }
  return undefined;
};

const textAt = (bytes: Uint8Array, from: number, to: number): string =>
  new TextDecoder().decode(bytes.subarray(Math.max(0, from), Math.max(0, to)));
