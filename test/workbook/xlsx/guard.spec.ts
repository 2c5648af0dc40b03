import { deflateSync, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { crc32 } from '#workbook/xlsx/crc32.ts';
import { nodeUnpacker } from '#cli/node-unpacker.ts';
import { limits, partsOf } from '#workbook/xlsx/guard.ts';
import { readSheets, writeSheets } from '#workbook/xlsx/plain-sheets.ts';
import { plainUnpacker, type Unpacker } from '#workbook/xlsx/unpacker.ts';

const real = () => writeSheets([{ name: 'Trees', grid: [['oak', 3, null, 'a & b']] }]);

/** A zip written by hand, in which everything may be a lie. */
const zipOf = (
  entries: readonly {
    readonly name: string;
    readonly packed: Uint8Array;
    readonly declared?: number;
    readonly crc?: number;
    readonly method?: number;
    readonly flags?: number;
  }[],
): Uint8Array => {
  const bytes: number[] = [];
  const directory: number[] = [];
  const short = (value: number) => [value & 0xff, (value >>> 8) & 0xff];
  const long = (value: number) => [...short(value & 0xffff), ...short(value >>> 16)];
  for (const { name, packed, declared = packed.length, crc = crc32(packed), method = 0, flags = 0 } of entries) {
    const at = bytes.length;
    const letters = strToU8(name);
    const common = [
      ...[20, flags, method, 0, 0].flatMap(short),
      ...[crc, packed.length, declared].flatMap(long),
      ...[letters.length, 0].flatMap(short),
    ];
    bytes.push(0x50, 0x4b, 3, 4, ...common, ...letters);
    for (const byte of packed) bytes.push(byte);
    directory.push(
      0x50,
      0x4b,
      1,
      2,
      20,
      0,
      ...common,
      ...[0, 0, 0].flatMap(short),
      ...[0, at].flatMap(long),
      ...letters,
    );
  }
  const start = bytes.length;
  const count = short(entries.length);
  for (const byte of directory) bytes.push(byte);
  bytes.push(0x50, 0x4b, 5, 6, 0, 0, 0, 0, ...count, ...count, ...long(directory.length), ...long(start), 0, 0);
  return Uint8Array.from(bytes);
};

const types = { name: '[Content_Types].xml', packed: strToU8('<Types/>') };
const book = { name: 'xl/workbook.xml', packed: strToU8('<workbook/>') };
const sheet = (xml: string) => ({ name: 'xl/worksheets/sheet1.xml', packed: strToU8(xml) });

/** A part of zeros, of which a thousand are one byte. */
const bomb = (name: string, megabytes: number, declared = megabytes * 1_000_000) => {
  const zeros = new Uint8Array(megabytes * 1_000_000);
  return { name, packed: deflateSync(zeros, { level: 9 }), declared, crc: crc32(zeros), method: 8 };
};

/** Why a file is refused at once or, else, when all of its parts are read. */
const refusal = (bytes: Uint8Array, unpacker?: Unpacker) => {
  const packed = partsOf(bytes, unpacker);
  const answer = packed.ok ? packed.value.read(() => true) : packed;
  return answer.ok ? undefined : answer.failure;
};

test('a workbook passes, and its parts come out as they were', async () => {
  const bytes = await real();
  const packed = partsOf(bytes);
  const answer = packed.ok ? packed.value.read(() => true) : packed;
  expect(answer.ok && { ...answer.value }).toEqual(unzipSync(bytes));
});

test('a zip written by hand passes, so that what is refused below is refused for its one fault', () => {
  expect(refusal(zipOf([types, book, sheet('<worksheet></worksheet>')]))).toBeUndefined();
});

test('an empty file is empty', () => {
  expect(refusal(new Uint8Array())).toEqual({ kind: 'empty' });
});

test.each([
  ['a text', strToU8('Name,Level\noak,3\n')],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['a zip of photographs', zipSync({ 'a.jpg': new Uint8Array(100) })],
  ['a Word document', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<d/>') })],
])('%s is not a workbook', (_, bytes) => {
  expect(refusal(bytes)).toEqual({ kind: 'not-a-workbook' });
});

test.each([
  ['EncryptedPackage', 'encrypted'],
  ['Workbook', 'old-format'],
  ['WordDocument', 'not-a-workbook'],
])('of the older kind of file one with the stream %s is told apart: %s', (stream, kind) => {
  const start = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(1016).fill(0)];
  expect(refusal(Uint8Array.from([...start, ...[...stream].flatMap((letter) => [letter.charCodeAt(0), 0])]))).toEqual(
    { kind },
  );
});

test('a file that is larger than any workbook of ours is too large', () => {
  expect(refusal(new Uint8Array(limits.bytes + 1))).toEqual({ kind: 'too-large' });
});

test('parts that say they are too much together are too large, without being inflated', () => {
  const all = Array.from({ length: 4 }, (_, at) => bomb(`xl/media/${at}.bin`, 1, 50_000_000));
  expect(refusal(zipOf([types, book, ...all]))).toEqual({ kind: 'too-large' });
});

const unpackers = [
  ['JavaScript', plainUnpacker],
  ['Node', nodeUnpacker],
] as const;

test.each(unpackers)(
  'a bomb that says it is small is unsafe as soon as it is longer than it said: %s',
  (_, unpacker) => {
    const bytes = zipOf([types, book, bomb('xl/media/bomb.bin', 40, 1_000)]);
    expect(refusal(bytes, unpacker)).toEqual({ kind: 'unsafe', part: 'xl/media/bomb.bin' });
  },
);

test.each(unpackers)('the start of a bomb is refused as well: %s', (_, unpacker) => {
  const packed = partsOf(zipOf([types, book, bomb('xl/worksheets/sheet1.xml', 40, 1_000)]), unpacker);
  expect(packed.ok && packed.value.start('xl/worksheets/sheet1.xml')).toEqual({
    ok: false,
    failure: { kind: 'unsafe', part: 'xl/worksheets/sheet1.xml' },
  });
});

test.each(unpackers)('a part that nobody reads is never inflated, whatever it holds: %s', (_, unpacker) => {
  const inflated: number[] = [];
  const counting: Unpacker = {
    ...unpacker,
    inflate: (bytes, longest) => {
      inflated.push(longest);
      return unpacker.inflate(bytes, longest);
    },
  };
  const small = {
    ...book,
    ...bomb(book.name, 1),
    packed: deflateSync(book.packed),
    declared: 11,
    crc: crc32(book.packed),
  };
  const packed = partsOf(zipOf([types, small, bomb('xl/media/bomb.bin', 40, 1_000)]), counting);
  const read = packed.ok && packed.value.read((name) => !name.startsWith('xl/media/'));
  expect(read && read.ok && Object.keys(read.value)).toEqual([types.name, book.name]);
  expect(inflated).toEqual([11]);
});

test('both unpackers make the same of whatever bytes they get, whole or only their start', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3_000 }), fc.nat(3_000), fc.nat(4_000), (bytes, cut, longest) => {
      const packed = deflateSync(bytes);
      expect(plainUnpacker.crc32(bytes)).toBe(nodeUnpacker.crc32(bytes));
      for (const unpacker of [plainUnpacker, nodeUnpacker]) {
        const whole = unpacker.inflate(packed, longest);
        if (bytes.length > Math.max(1, longest)) expect(whole).toBe('longer');
        if (bytes.length <= longest) expect(Uint8Array.from(whole as Uint8Array)).toEqual(bytes);
        const start = unpacker.inflate(packed.subarray(0, cut), bytes.length);
        if (start instanceof Uint8Array) expect(Uint8Array.from(start)).toEqual(bytes.slice(0, start.length));
        else expect(start).toBeUndefined();
      }
    }),
  );
});

test('more parts than a workbook has are too many', () => {
  const many = Array.from({ length: limits.parts }, (_, at) => ({ name: `xl/${at}`, packed: new Uint8Array() }));
  expect(refusal(zipOf([types, book, ...many]))).toEqual({ kind: 'too-large' });
});

test.each(['xl/../../etc/passwd', '/etc/passwd', 'xl\\..\\x', 'C:/x', 'xl/./x', 'xl/__proto__/x', 'a\u0000b'])(
  'the name %j leads out of the file, or may: it is unsafe',
  (name) => {
    expect(refusal(zipOf([types, book, { name, packed: strToU8('x') }]))).toEqual({ kind: 'unsafe', part: name });
  },
);

test('two parts with one name, in whatever case, are unsafe: programs would read different ones', () => {
  const twice = { name: 'XL/Workbook.xml', packed: strToU8('<workbook></workbook>') };
  expect(refusal(zipOf([types, book, twice]))).toEqual({ kind: 'unsafe', part: twice.name });
});

test('a document type is unsafe: entities are declared in it', () => {
  const part = { ...book, packed: strToU8('<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "b">]><workbook/>') };
  expect(refusal(zipOf([types, part]))).toEqual({ kind: 'unsafe', part: 'xl/workbook.xml' });
});

test.each(['<worksheet><sheetData><row r="1"><c r="A1"', '<worksheet><sheetData/>', ''])(
  'a sheet that is cut off is damaged: %j',
  (xml) => {
    expect(refusal(zipOf([types, book, sheet(xml)]))).toEqual({ kind: 'damaged', part: 'xl/worksheets/sheet1.xml' });
  },
);

test.each(['<worksheet></worksheet>\r\n', '<x:worksheet></x:worksheet>'])('a sheet may end as %j', (xml) => {
  expect(refusal(zipOf([types, book, sheet(xml)]))).toBeUndefined();
});

test('a part whose check sum is wrong, or that is packed in an unknown way, is damaged', () => {
  expect(refusal(zipOf([types, { ...book, crc: 1 }]))).toEqual({ kind: 'damaged', part: 'xl/workbook.xml' });
  expect(refusal(zipOf([types, { ...book, method: 12 }]))).toEqual({ kind: 'damaged', part: 'xl/workbook.xml' });
});

test('a part behind a password is encrypted', () => {
  expect(refusal(zipOf([types, { ...book, flags: 1 }]))).toEqual({ kind: 'encrypted' });
});

test('a file that is cut off anywhere is refused', async () => {
  const bytes = await real();
  for (let length = 1; length < bytes.length; length += 7) expect(refusal(bytes.subarray(0, length))).toBeDefined();
});

test('whatever happens to bytes on their way, the file is read or refused: nothing is thrown', async () => {
  const bytes = await real();
  const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const changed = Uint8Array.from(bytes);
      for (const { at, to } of changes) changed[at] = to;
      const answer = await readSheets(changed);
      if (answer.ok) expect(answer.value.every(({ grid }) => Array.isArray(grid))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('random bytes are refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 2_000 }), (bytes) => {
      expect(refusal(bytes)).toBeDefined();
      expect(refusal(Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]))).toBeDefined();
    }),
  );
});
