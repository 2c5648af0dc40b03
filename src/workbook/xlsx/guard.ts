import { failed, ok, type Result } from '#core/result.ts';
import type { XlsxRefusal } from './refusal.ts';
import { plainUnpacker, type Unpacker } from './unpacker.ts';
import { zipEntries, zipEntryCount, type ZipEntry } from './zip-directory.ts';

/** The parts of a workbook file, inflated, by their paths. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/** A workbook of ours with 1,500 rows of 40 columns has 0.6 MB, 9 MB inflated, and some 30 parts. */
export const limits = { bytes: 40_000_000, parts: 2_000, inflated: 160_000_000 } as const;

/** The parts of a stranger's file, still packed: what nobody asks for is never inflated. */
export interface PackedParts {
  readonly names: readonly string[];
  /** The parts that are wanted, each at the length and with the check sum that it has by the directory; else the first fault. */
  read(wanted: (name: string) => boolean): Result<Parts, XlsxRefusal>;
  /**
   * The start of a part, some of its first packed bytes inflated; blank for a part that is not there. Longer than it
   * said is refused; whether the rest is sound is not known.
   */
  start(name: string): Result<Uint8Array, XlsxRefusal>;
}

/**
 * Takes the file of a stranger apart, or says why not. Nothing that the file says of itself is believed: names and
 * lengths of all parts are looked at here, and a part that is read is inflated no further than the length that it
 * said and held against its check sum. A part that nobody reads may hold anything: it stays the few packed bytes that
 * it is in the file, and never reaches a parser. What comes out may be handed to one.
 */
export const partsOf = (bytes: Uint8Array, unpacker: Unpacker = plainUnpacker): Result<PackedParts, XlsxRefusal> => {
  if (bytes.length === 0) return failed({ kind: 'empty' });
  if (bytes.length > limits.bytes) return failed({ kind: 'too-large' });
  if (startsWith(bytes, compoundFile)) return failed(kindOfCompoundFile(bytes));
  if (!startsWith(bytes, zipStart)) return failed({ kind: 'not-a-workbook' });
  if (zipEntryCount(bytes) > limits.parts) return failed({ kind: 'too-large' });
  const all = zipEntries(bytes);
  if (!all) return failed({ kind: 'damaged' });
  const fault = faultOfDirectory(all);
  if (fault) return failed(fault);
  const entries = new Map(all.flatMap((entry) => (entry.name.endsWith('/') ? [] : [[entry.name, entry] as const])));
  return ok({
    names: [...entries.keys()],
    read: (wanted) => {
      const parts: Record<string, Uint8Array> = {};
      for (const entry of [...entries.values()].filter(({ name }) => wanted(name))) {
        const part = inflated(entry, unpacker);
        if (!part.ok) return part;
        const inside = faultInside(entry.name, part.value);
        if (inside) return failed(inside);
        parts[entry.name] = part.value;
      }
      return ok(parts);
    },
    start: (name) => {
      const entry = entries.get(name);
      return entry ? startOf(entry, unpacker) : ok(new Uint8Array());
    },
  });
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

/** A part at the length that it said, or what is wrong with it. */
const inflated = ({ name, method, crc, declared, packed }: ZipEntry, unpacker: Unpacker): Unpacked => {
  const part = method === 0 ? packed : unpacker.inflate(packed, declared);
  if (part === 'longer') return failed({ kind: 'unsafe', part: name });
  return part?.length === declared && unpacker.crc32(part) === crc
    ? ok(part)
    : failed({ kind: 'damaged', part: name });
};

type Unpacked = Result<Uint8Array, XlsxRefusal>;

/** Packed bytes that tell what a sheet is, also where its top rows are the longest formulas: some 250,000 letters. */
const enoughToTell = 32_768;

const startOf = ({ name, method, declared, packed }: ZipEntry, { inflate }: Unpacker): Unpacked => {
  const some = packed.subarray(0, enoughToTell);
  const part = method === 0 ? some : inflate(some, declared);
  if (part === undefined) return failed({ kind: 'damaged', part: name });
  if (part === 'longer' || holdsDocumentType(part)) return failed({ kind: 'unsafe', part: name });
  return ok(part);
};

const faultInside = (part: string, bytes: Uint8Array): XlsxRefusal | undefined => {
  if (!/\.(xml|rels|vml)$/i.test(part)) return undefined;
  if (holdsDocumentType(bytes)) return { kind: 'unsafe', part };
  if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(part)) return undefined;
  const end = textAt(bytes, bytes.length - 256, bytes.length).trimEnd();
  return /<\/(\w+:)?worksheet>$/.test(end) ? undefined : { kind: 'damaged', part };
};

/** Entities may only be declared there; no program that saves workbooks does. */
const holdsDocumentType = (bytes: Uint8Array): boolean => textAt(bytes, 0, 4_096).includes('<!DOCTYPE');

const textAt = (bytes: Uint8Array, from: number, to: number): string =>
  new TextDecoder().decode(bytes.subarray(Math.max(0, from), Math.max(0, to)));
