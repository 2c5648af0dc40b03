import fc from 'fast-check';
import { ownerId } from '#core/ids.ts';
import { addTallies, type Tally } from '#core/measures/tally.ts';
import { afterChange, changeBetween, inOrder, type Counted, type CountedRevision } from '#core/measures/total.ts';

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

test('a total brought from one set of revisions to another is what adding those up anew comes to', () => {
  fc.assert(
    fc.property(counted, counted, (these, those) => {
      const { out, into } = changeBetween(these, those);
      expect(afterChange(sumOf(these, whole), out.map(whole), into.map(whole))).toEqual(sumOf(those, whole));
    }),
  );
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
])('a number that does not add up exactly, %s, is not brought up to date', (_, total, out, into) => {
  expect(afterChange(tallyOf(1, total), [tallyOf(1, out)], [tallyOf(1, into)])).toBeUndefined();
});
