/** One part of a zip as its central directory tells of it; nothing of it is believed yet. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 is stored as it is, 8 is deflated; there are others. */
  readonly method: number;
  readonly crc: number;
  /** How long the part says it is once inflated. */
  readonly declared: number;
  /** Its bytes as they stand in the file. */
  readonly packed: Uint8Array;
}

const marks = { local: 0x04034b50, entry: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 };
const missing = 0xffffffff;

/**
 * The entries of a zip in the order of its directory, with their packed bytes; `undefined` when the directory is not
 * whole. Sizes and places may stand in the longer notation for files above 4 GB, which some programs always write.
 */
export const zipEntries = (bytes: Uint8Array): readonly ZipEntry[] | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = endOf(view);
    if (end === undefined) return undefined;
    const entries: ZipEntry[] = [];
    let at = end.directory;
    for (let count = 0; count < end.entries; count += 1) {
      if (view.getUint32(at, true) !== marks.entry) return undefined;
      const { entry, next } = entryAt(view, bytes, at);
      if (!entry) return undefined;
      entries.push(entry);
      at = next;
    }
    return entries;
  } catch (error) {
    // Something was said to stand behind the end of the file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** How many entries the directory says it has, without reading it; 0 when there is none. */
export const zipEntryCount = (bytes: Uint8Array): number => {
  try {
    return endOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))?.entries ?? 0;
  } catch (error) {
    if (error instanceof RangeError) return 0;
    throw error;
  }
};

const endOf = (view: DataView): { readonly entries: number; readonly directory: number } | undefined => {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== marks.end) continue;
    const plain = { entries: view.getUint16(at + 10, true), directory: view.getUint32(at + 16, true) };
    if (plain.entries !== 0xffff && plain.directory !== missing) return plain;
    if (view.getUint32(at - 20, true) !== marks.locator64) return undefined;
    const long = longAt(view, at - 12);
    if (view.getUint32(long, true) !== marks.end64) return undefined;
    return { entries: longAt(view, long + 32), directory: longAt(view, long + 48) };
  }
  return undefined;
};

const longAt = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

const entryAt = (
  view: DataView,
  bytes: Uint8Array,
  at: number,
): { readonly entry: ZipEntry | undefined; readonly next: number } => {
  const short = (offset: number) => view.getUint16(at + offset, true);
  const [nameLength, extraLength, commentLength] = [short(28), short(30), short(32)];
  const [packedLength = 0, declared = 0, start = 0] = sizesOf(view, at, at + 46 + nameLength, extraLength);
  const next = at + 46 + nameLength + extraLength + commentLength;
  if (view.getUint32(start, true) !== marks.local) return { entry: undefined, next };
  const content = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (content + packedLength > bytes.length) return { entry: undefined, next };
  const entry: ZipEntry = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    encrypted: (short(8) & 1) === 1,
    method: short(10),
    crc: view.getUint32(at + 16, true),
    declared,
    packed: bytes.subarray(content, content + packedLength),
  };
  return { entry, next };
};

/** Packed length, declared length and place of the local header; each that is missing stands in the extra field 1. */
const sizesOf = (view: DataView, at: number, extra: number, extraLength: number): readonly number[] => {
  const plain = [view.getUint32(at + 20, true), view.getUint32(at + 24, true), view.getUint32(at + 42, true)];
  if (!plain.includes(missing)) return plain;
  let field = extra;
  while (field + 4 <= extra + extraLength && view.getUint16(field, true) !== 1) {
    field += 4 + view.getUint16(field + 2, true);
  }
  let long = field + 4;
  // In the order of the directory: declared length first.
  const [packedLength = 0, declared = 0, start = 0] = plain;
  const take = (value: number): number => {
    if (value !== missing) return value;
    long += 8;
    return longAt(view, long - 8);
  };
  const [wholeDeclared, wholePacked, wholeStart] = [take(declared), take(packedLength), take(start)];
  return [wholePacked, wholeDeclared, wholeStart];
};
