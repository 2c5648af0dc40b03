import fc from 'fast-check';
import { ownerId, roundId } from '#core/ids.ts';
import { readSheetCode, sheetCode } from '#core/returns/sheet-code.ts';

const code = sheetCode({ role: 'entry', owner: ownerId('999001'), round: roundId('SR-200809') });
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'.split('');
const place = {
  owner: fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 }).map(ownerId),
  round: fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 20 }).map(roundId),
};
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const identity = fc.oneof(
  fc.record({
    role: fc.constantFrom('entry', 'summary', 'record', 'guide', 'check', 'lists', 'master' as const),
    ...place,
  }),
  fc.record({ role: fc.constant('master' as const), ...place, asAt: day }),
);

test('a sheet code names role, owner and round, and reads back as the same identity', () => {
  expect(code).toMatch(/^E\/999001\/SR-200809\/\d\d$/);
  fc.assert(
    fc.property(identity, (wanted) => {
      expect(readSheetCode(sheetCode(wanted))).toEqual({ kind: 'code', identity: wanted });
    }),
  );
});

test('the master of the present and those of other days never pass for each other', () => {
  fc.assert(
    fc.property(fc.record(place), day, day, (of, one, other) => {
      const codes = [{}, { asAt: one }, ...(one === other ? [] : [{ asAt: other }])].map((asAt) =>
        sheetCode({ role: 'master', ...of, ...asAt }),
      );
      expect(new Set(codes).size).toBe(codes.length);
    }),
  );
});

test('a day on any other sheet than a master is damage', () => {
  const ofDay = sheetCode({
    role: 'entry',
    owner: ownerId('999001'),
    round: roundId('SR-200809'),
    asAt: '2009-06-30',
  });
  expect(readSheetCode(ofDay)).toEqual({ kind: 'damaged', found: ofDay });
});

test('case and stray blanks in a typed code do not matter', () => {
  expect(readSheetCode(`  ${code.toLowerCase().replaceAll('/', ' / ')}\u00a0`)).toEqual(readSheetCode(code));
});

test('one wrong character never passes for a code', () => {
  fc.assert(
    fc.property(identity, fc.nat(), fc.constantFrom(...letters), (wanted, at, letter) => {
      const right = sheetCode(wanted);
      const spot = at % right.length;
      fc.pre(right[spot] !== letter && right[spot] !== '/');
      const wrong = right.slice(0, spot) + letter + right.slice(spot + 1);
      expect(readSheetCode(wrong)?.kind).not.toBe('code');
    }),
  );
});

test('two neighbouring characters swapped never pass for a code', () => {
  fc.assert(
    fc.property(identity, fc.nat(), (wanted, at) => {
      const right = sheetCode(wanted);
      const spot = at % (right.length - 1);
      const [a = '', b = ''] = [right[spot], right[spot + 1]];
      fc.pre(a !== b && a !== '/' && b !== '/');
      expect(readSheetCode(right.slice(0, spot) + b + a + right.slice(spot + 2))?.kind).not.toBe('code');
    }),
  );
});

test('a code that was cut short or typed over is called damaged; other text is no code at all', () => {
  expect(readSheetCode(code.slice(0, -1))).toEqual({ kind: 'damaged', found: code.slice(0, -1) });
  expect(readSheetCode('E/999001/SR-200809')).toEqual({ kind: 'damaged', found: 'E/999001/SR-200809' });
  for (const cell of ['Return code', 'and/or', '', 12, null, true]) expect(readSheetCode(cell)).toBeUndefined();
});
