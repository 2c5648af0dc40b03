import fc from 'fast-check';
import { evenedOut, highest, sharedOut } from '#definitions/pilot/quotas.ts';
import { seededRandom } from '#definitions/pilot/seeded-random.ts';

const total = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe('A number shared out by weights', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 });

  test('comes out in whole numbers that add up to it', () => {
    fc.assert(
      fc.property(fc.nat(5000), weights, (number, by) => {
        const parts = sharedOut(number, by);
        expect(total(parts)).toBe(number);
        expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
      }),
    );
  });

  test('gives nobody more than one away from the exact share', () => {
    fc.assert(
      fc.property(fc.nat(5000), weights, (number, by) => {
        sharedOut(number, by).forEach((part, at) => {
          expect(Math.abs(part - (number * (by[at] ?? 0)) / total(by))).toBeLessThan(1);
        });
      }),
    );
  });

  test.each([
    [10, [1, 1, 1], [4, 3, 3]],
    [3, [0, 1], [0, 3]],
    [0, [2, 5], [0, 0]],
  ])('%i by %j is %j', (number, by, parts) => {
    expect(sharedOut(number, by)).toEqual(parts);
  });
});

describe('Choices evened out', () => {
  const counts = (people: readonly Set<string>[]) =>
    [...'abcdef'].map((choice) => people.filter((made) => made.has(choice)).length);

  test('leave nobody with too few or too many, and every choice made as often as before', () => {
    const choices = fc.uniqueArray(fc.constantFrom(...'abcdef'), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(choices, { minLength: 12, maxLength: 60 }), fc.nat(), (made, seed) => {
        const people = made.map((of) => new Set(of));
        const all = total(people.map(({ size }) => size));
        fc.pre(all >= people.length && all <= 3 * people.length);
        const before = counts(people);
        evenedOut(people, { least: 1, most: 3 }, seededRandom(seed));
        expect(counts(people)).toEqual(before);
        expect(people.filter(({ size }) => size < 1 || size > 3)).toEqual([]);
      }),
    );
  });

  test('more than there is room for is a mistake of ours', () => {
    expect(() => evenedOut([new Set('ab'), new Set('ab')], { least: 0, most: 1 }, seededRandom(1))).toThrow();
    expect(() => evenedOut([new Set('a'), new Set()], { least: 1, most: 2 }, seededRandom(1))).toThrow();
  });
});

test('the highest are as many as asked for, and to ask for more than there are is a mistake of ours', () => {
  expect(highest([3, 1, 2], 2, (number) => number)).toEqual([3, 2]);
  expect(() => highest([1], 2, () => 0)).toThrow();
});

describe('A seeded random', () => {
  test('gives the same numbers for the same seed, others for another', () => {
    const ten = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 10 }, () => random.next());
    };
    expect(ten(7)).toEqual(ten(7));
    expect(ten(7)).not.toEqual(ten(8));
  });

  test('gives numbers from 0 up to 1, evenly', () => {
    const random = seededRandom(2009);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let at = 0; at < 10_000; at += 1) {
      const tenth = Math.floor(random.next() * 10);
      tenths[tenth] = (tenths[tenth] ?? NaN) + 1;
    }
    expect(Math.min(...tenths)).toBeGreaterThan(850);
    expect(Math.max(...tenths)).toBeLessThan(1150);
  });

  test('shuffles without losing anything', () => {
    const things = Array.from({ length: 50 }, (_, at) => at);
    const shuffled = seededRandom(3).shuffled(things);
    expect(shuffled).not.toEqual(things);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(things);
  });
});
