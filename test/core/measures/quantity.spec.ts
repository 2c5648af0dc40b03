import { defaultQuantitySettings, deserves } from '#core/measures/quantity.ts';

describe('A quantity word', () => {
  test.each([
    ['some', 1, 5, true],
    ['some', 2, 14, false],
    ['some', 3, 14, true],
    ['many', 7, 14, true],
    ['many', 6, 14, false],
    ['widespread', 3, 4, true],
    ['widespread', 10, 14, false],
    ['widespread', 11, 14, true],
    ['rare exceptions', 9, 10, true],
    ['rare exceptions', 13, 14, true],
    ['rare exceptions', 12, 14, false],
  ] as const)('"%s" for %i of %i: %s', (word, count, base, deserved) => {
    expect(deserves(word, { count, base })).toBe(deserved);
  });

  test('increasing needs more than at the previous date, whatever the share', () => {
    expect(deserves('increasing', { count: 5, base: 14 }, defaultQuantitySettings, { count: 4, base: 5 })).toBe(true);
    expect(deserves('increasing', { count: 5, base: 14 }, defaultQuantitySettings, { count: 5, base: 20 })).toBe(
      false,
    );
  });

  test('increasing cannot be told without an earlier count', () => {
    expect(deserves('increasing', { count: 5, base: 14 })).toBeUndefined();
  });

  test('no word can be told of nobody', () => {
    expect(deserves('rare exceptions', { count: 0, base: 0 })).toBeUndefined();
    expect(deserves('some', { count: 0, base: 0 })).toBeUndefined();
  });

  test('the thresholds are settings', () => {
    const strict = { ...defaultQuantitySettings, many: 0.6 };
    expect(deserves('many', { count: 5, base: 10 })).toBe(true);
    expect(deserves('many', { count: 5, base: 10 }, strict)).toBe(false);
  });
});
