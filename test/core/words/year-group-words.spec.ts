import { yearGroupWords } from '#core/words/year-group-words.ts';

test.each([
  [[], ''],
  [[8], 'Year 8 is expected.'],
  [[7, 9], 'Years 7 and 9 are expected.'],
  [[7, 8, 9], 'Years 7, 8 and 9 are expected.'],
])('a round about year groups %j says so in plain words', (yearGroups, words) => {
  expect(yearGroupWords(yearGroups)).toBe(words);
});
