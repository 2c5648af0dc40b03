import { tallyRoundWords } from '#core/words/tally-round-words.ts';

const told = tallyRoundWords.join(' ');

test.each([
  ['schools without the add-in cannot return', /without the add-in cannot return/],
  ['the page takes no file', /\/hand-in neither gives nor takes a file/],
  ['a workbook from the command line is no way round it', /from the command line can only be sent with the add-in/],
  ['nobody asks on cells', /no questions on single cells/],
  ['the server does not check again', /cannot check the rows once more/],
  ['measures made later stay empty', /Measures that are added later cannot/],
  ['the instrument stays as it is', /newer version of its instrument/],
  ['sheets are not filled from what was sent', /sheets cannot be filled/],
  ['one school’s tallies count as pupil data', /counts as data about pupils/],
])('whoever makes a round of tallies is told that %s', (_what, words) => {
  expect(told).toMatch(words);
});

test('each line is a sentence of its own, but for the first, which leads to the others', () => {
  const [first = '', ...others] = tallyRoundWords;
  expect(first).toMatch(/:$/);
  for (const one of others) expect(one).toMatch(/^[A-Z].*\.$/);
});
