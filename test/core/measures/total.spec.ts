import fc from 'fast-check';
import { ownerId } from '#core/ids.ts';
import { addTallies, type Tally } from '#core/measures/tally.ts';
import {
  afterChange,
  changeBetween,
  inOrder,
  isWhole,
  type Counted,
  type CountedRevision,
  type Total,
} from '#core/measures/total.ts';

const width = 3;
const tallyOf = (returns: number, sums: readonly number[]): Tally => ({
  ...{ instrument: 'i@1', definition: 'd', returns, sums },
});
const nothing = tallyOf(
  0,
  Array.from({ length: width }, () => 0),
);

/** Any revision of any owner has one tally, and only one; here it follows from its number. */
const whole = ({ owner, revision }: CountedRevision): Tally => tallyOf(1, [1, revision, Number(owner) * revision]);
const sumOf = (counted: Counted, of: (one: CountedRevision) => Tally): Tally =>
  inOrder(counted)
    .map(of)
    .reduce((sum, one) => {
      const added = addTallies(sum, one);
      if (!added.ok) throw new Error('of another definition');
      return added.value;
    }, nothing);

const counted = fc
  .dictionary(
    fc.integer({ min: 1, max: 12 }).map((owner) => String(100 + owner)),
    fc.integer({ min: 1, max: 4 }),
  )
  .map((of): Counted => new Map(Object.entries(of).map(([owner, revision]) => [ownerId(owner), revision])));

const totalOf = (of: Counted, tallied: (one: CountedRevision) => Tally): Total => ({
  ...{ tally: sumOf(of, tallied), counted: of, whole: inOrder(of).map(tallied).every(isWhole) },
});

test('a total brought from one set of revisions to another is what adding those up anew comes to', () => {
  fc.assert(
    fc.property(counted, counted, (these, those) => {
      const { out, into } = changeBetween(these, those);
      expect(afterChange(totalOf(these, whole), out.map(whole), into.map(whole))).toEqual(sumOf(those, whole));
    }),
  );
});

test('a total of which some numbers are no whole ones is what adding up anew comes to, or is not brought there', () => {
  const numbers = fc.array(fc.oneof(fc.integer(), fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(counted, counted, numbers, (these, those, drawn) => {
      const some = ({ owner, revision }: CountedRevision): Tally =>
        tallyOf(1, [1, drawn[(Number(owner) * 4 + revision) % drawn.length] ?? 0]);
      const { out, into } = changeBetween(these, those);
      const brought = afterChange(totalOf(these, some), out.map(some), into.map(some));
      expect([undefined, sumOf(those, some)]).toContainEqual(brought);
    }),
  );
});

test('an answer that vanished in a larger one is not lost when that one is taken out', () => {
  const [large, small] = [tallyOf(1, [1]), tallyOf(1, [9.7e-112])];
  const added = addTallies(large, small);
  if (!added.ok) throw new Error('of another definition');
  expect(isWhole(added.value)).toBe(true);
  expect(afterChange({ tally: added.value, whole: false }, [large], [])).toBeUndefined();
});

test('between a set of revisions and itself nothing changes', () => {
  fc.assert(
    fc.property(counted, (these) => expect(changeBetween(these, new Map(these))).toEqual({ out: [], into: [] })),
  );
});

test('what is in both sets is touched by no change', () => {
  fc.assert(
    fc.property(counted, counted, (these, those) => {
      for (const { owner, revision } of Object.values(changeBetween(these, those)).flat()) {
        expect([these.get(owner), those.get(owner)]).not.toEqual([revision, revision]);
      }
    }),
  );
});

test.each([
  ['in the total', [0.1], [1], [1]],
  ['in what goes out', [1], [0.1], [1]],
  ['in what comes in', [1], [1], [0.1]],
  ['too large to be told from the next', [2 ** 53], [1], [1]],
  ['in what it comes to', [2 ** 53 - 1], [0], [1]],
])('a number that does not add up exactly, %s, is not brought up to date', (_, total, out, into) => {
  const before = { tally: tallyOf(1, total), whole: true };
  expect(afterChange(before, [tallyOf(1, out)], [tallyOf(1, into)])).toBeUndefined();
});
