import { capital, count, figure, list, wait } from '#core/words/count-words.ts';

describe('numbers are told as people read them', () => {
  test.each([
    [count(1, 'cell'), '1 cell'],
    [count(0, 'cell'), '0 cells'],
    [count(3500, 'cell'), '3,500 cells'],
    [count(2, 'entry', 'entries'), '2 entries'],
    [figure(1234567), '1,234,567'],
    [list([]), ''],
    [list(['a']), 'a'],
    [list(['a', 'b', 'c']), 'a, b and c'],
    [wait(0.2), '1 second'],
    [wait(61), '2 minutes'],
    [capital('every row'), 'Every row'],
  ])('%s', (told, words) => expect(told).toBe(words));
});
