import { consolidatedWords } from '#taskpane/messages/consolidated-words.ts';

const counts = { accepted: 6, returned: 8, enlisted: 28 };

test('a master says how many of how many it holds', () => {
  expect(consolidatedWords({ id: 'SR-200809' }, counts)).toMatchObject({
    intent: 'success',
    todo: expect.stringMatching(/^It holds 6 accepted of 8 returned of 28 enlisted\./),
  });
});

test('where the answers are too many for Excel it is said, with the numbers of what, and where to get them as CSV', () => {
  const { intent, title, todo } = consolidatedWords({ id: 'AS-200809' }, { ...counts, tooManyRows: 1_050_000 });
  expect([intent, title]).toEqual(['warning', 'The master sheet holds the numbers, not the answers.']);
  expect(todo).toContain('1,050,000 rows of answers are too many for Excel.');
  expect(todo).toContain('6 accepted of 8 returned of 28 enlisted');
  expect(todo).toContain('stem-returns export --round AS-200809 --out answers.csv');
  expect(todo).toContain('press Save as a file under Programme, Rounds');
});
