import { consolidatedWords } from '#taskpane/messages/consolidated-words.ts';

const round = { id: 'AS-200809', opens: '2008-09-01T00:00:00Z' };
const counts = { accepted: 6, returned: 8, enlisted: 28 };

test('a master says how many of how many it holds', () => {
  expect(consolidatedWords(round, counts)).toMatchObject({
    intent: 'success',
    todo: expect.stringMatching(/^It holds 6 accepted of 8 returned of 28 enlisted\./),
  });
});

test('where the answers are too many for Excel it is said, with the numbers of what, and where to get them as CSV', () => {
  const { intent, title, todo } = consolidatedWords(round, { ...counts, tooManyRows: 1_050_000 });
  expect([intent, title]).toEqual(['warning', 'The master sheet holds the numbers, not the answers.']);
  expect(todo).toContain('1,050,000 rows of answers are too many for Excel.');
  expect(todo).toContain('6 accepted of 8 returned of 28 enlisted');
  expect(todo).toContain('stem-returns export --round AS-200809 --out answers.csv');
  expect(todo).toContain('press Save as a file under Programme, Rounds');
});

test('the master of a day in the past is said to be of that day, and to leave the one of now as it is', () => {
  expect(consolidatedWords(round, { ...counts, asAt: '2009-06-30' })).toMatchObject({
    intent: 'success',
    title: 'The master sheet as at the end of 30 June 2009 is in this workbook.',
    todo: expect.stringMatching(
      /^It holds 6 accepted .*It is a sheet of its own: the master of now stays as it is\./,
    ),
  });
});

test('its answers as a file are those of that day too', () => {
  const { title, todo } = consolidatedWords(round, { ...counts, asAt: '2009-06-30', tooManyRows: 1_050_000 });
  expect(title).toBe('The master sheet as at the end of 30 June 2009 holds the numbers, not the answers.');
  expect(todo).toContain('press Save as a file under Programme, Rounds, and choose that day');
  expect(todo).toContain('stem-returns export --round AS-200809 --as-at 2009-06-30 --out answers.csv');
});

test('a day on which there was nothing yet is said to hold none, and why', () => {
  const none = { accepted: 0, returned: 0, enlisted: 28 };
  expect(consolidatedWords(round, { ...none, asAt: '2008-08-31' })).toEqual({
    intent: 'warning',
    title: 'The master sheet as at the end of 31 August 2008 holds no returns.',
    todo: 'The round had not opened yet: its first day is 1 September 2008. Choose a later day.',
  });
  expect(consolidatedWords(round, { ...none, asAt: '2008-09-01' }).intent).toBe('success');
});
