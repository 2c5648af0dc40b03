import fc from 'fast-check';
import {
  behindWords,
  countedWords,
  figureWords,
  placeOfFigure,
  valueOfFigure,
} from '#taskpane/messages/figure-words.ts';

test.each([
  ['a count', { unit: 'count', value: 3500, terms: [3500] }, '3,500'],
  ['a share', { unit: 'share', value: 0.42, terms: [210, 500] }, '42% (210 of 500)'],
  ['a share of nothing', { unit: 'share', terms: [0, 0] }, '– (0 of 0)'],
  ['a mean', { unit: 'mean', value: 2.45, terms: [1225, 500] }, '2.5 (500 values, 1,225 in all)'],
  ['a gap', { unit: 'share', value: -0.05, terms: [42, 100, 47, 100] }, '-5% (42 of 100, less 47 of 100)'],
] as const)('%s is told with what it is worked out of', (_what, figure, words) => {
  expect(figureWords({ ...figure, terms: [...figure.terms] })).toBe(words);
});

test('no number is so small below nothing that it is told as minus nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom('share', 'mean'), fc.double({ min: -1, max: 1, noNaN: true }), (unit, value) => {
      expect(valueOfFigure(unit, value)).not.toMatch(/^-[0.]+%?$/);
    }),
  );
  expect([valueOfFigure('share', -0.001), valueOfFigure('mean', -0.01), valueOfFigure('share', -0.4)]).toEqual([
    ...['0%', '0.0', '-40%'],
  ]);
});

test('a line that says the title again is not said twice', () => {
  expect(placeOfFigure({ title: 'Interest', line: 'Year 9', column: 'Females' })).toBe('Year 9, Females');
  expect(placeOfFigure({ title: 'Careers', line: 'Careers', column: 'Share' })).toBe('Share');
});

test.each([
  [0, 'No return gives anything to this figure.'],
  [1, '1 return stands behind it.'],
  [3500, '3,500 returns stand behind it.'],
])('%d returns behind a figure', (behind, words) => {
  expect(behindWords(behind)).toBe(words);
});

test('returns that are not in the tables are told', () => {
  expect(countedWords({ returns: 1, leftOut: 0 })).toBe('Worked out of 1 accepted return.');
  expect(countedWords({ returns: 27, leftOut: 2 })).toMatch(
    /^Worked out of 27 .*\. 2 accepted returns are not in it/,
  );
});
