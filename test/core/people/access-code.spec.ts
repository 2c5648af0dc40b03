import fc from 'fast-check';
import { accessCodeBytes, newAccessCode, readAccessCode } from '#core/people/access-code.ts';

const bytes = fc.uint8Array({ minLength: accessCodeBytes, maxLength: accessCodeBytes });

/** A code as somebody might type it: each sign in either case or as what it is misread for, anything between them. */
const typedBy = (code: string) => {
  const signs = [...code.replace(/-/g, '')].map((sign) =>
    fc.constantFrom(sign, sign.toLowerCase(), ...(sign === '0' ? 'oO' : sign === '1' ? 'iIlL' : '')),
  );
  const between = fc.constantFrom('', '', '-', ' ', '\u00A0', '–', ' - ', '\t');
  return fc
    .tuple(fc.tuple(...signs), fc.array(between, { minLength: signs.length + 1, maxLength: signs.length + 1 }))
    .map(([typed, gaps]) => (gaps[0] ?? '') + typed.map((sign, at) => sign + (gaps[at + 1] ?? '')).join(''));
};

test('a code is five groups of four signs, none of which can be taken for another', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      expect(newAccessCode(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/);
    }),
  );
});

test('a code holds a hundred bits: five of every random byte, each as likely as the others', () => {
  const signs = Array.from({ length: 256 }, (_, byte) => newAccessCode(new Uint8Array([byte])));
  const counts = new Map<string, number>();
  for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  expect([counts.size, new Set(counts.values())]).toEqual([32, new Set([8])]);
  expect(5 * accessCodeBytes).toBeGreaterThanOrEqual(100);
});

test('a code reads the same however it is typed', () => {
  const typed = bytes.map(newAccessCode).chain((code) => typedBy(code).map((text) => ({ code, text })));
  fc.assert(fc.property(typed, ({ code, text }) => expect(readAccessCode(text)).toBe(readAccessCode(code))));
});

test('two codes never read the same', () => {
  fc.assert(
    fc.property(bytes.map(newAccessCode), bytes.map(newAccessCode), (one, other) => {
      expect(readAccessCode(one) === readAccessCode(other)).toBe(one === other);
    }),
  );
});

test('a code with one sign changed is another code', () => {
  const changed = fc.tuple(bytes, fc.nat(accessCodeBytes - 1), fc.integer({ min: 1, max: 31 }));
  fc.assert(
    fc.property(changed, ([random, at, by]) => {
      const other = random.map((byte, place) => (place === at ? byte ^ by : byte));
      expect(readAccessCode(newAccessCode(other))).not.toBe(readAccessCode(newAccessCode(random)));
    }),
  );
});
