import { withYears, yearGroupWords } from '#core/words/year-group-words.ts';

test.each([
  [[], ''],
  [[8], 'Year 8 is expected.'],
  [[7, 9], 'Years 7 and 9 are expected.'],
  [[7, 8, 9], 'Years 7, 8 and 9 are expected.'],
])('a round about year groups %j says so in plain words', (yearGroups, words) => {
  expect(yearGroupWords(yearGroups)).toBe(words);
});

test.each([
  [[], 'Only no year in particular.'],
  [[8], 'Only Year 8.'],
  [[7, 9], 'Only Years 7 and 9.'],
])('a message names the year groups %j where it asks for them', (yearGroups, words) => {
  expect(withYears('Only {years}.', yearGroups)).toBe(words);
  expect(withYears('Look again.', yearGroups)).toBe('Look again.');
});
