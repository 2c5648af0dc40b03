import { day, dayInShort, dayInWords, lastDay, moment } from '#core/words/date-words.ts';

describe('times are told as people in London tell them', () => {
  test.each([
    ['2009-06-03T13:05:00Z', '3 June 2009 at 14:05'],
    ['2009-01-03T13:05:00Z', '3 January 2009 at 13:05'],
    ['2009-06-30T23:30:00Z', '1 July 2009 at 00:30'],
  ])('%s is %s', (instant, words) => expect(moment(instant)).toBe(words));

  test('a day is the day in London', () => expect(day('2009-06-30T23:30:00Z')).toBe('1 July 2009'));

  test('a round that closes at midnight is open until the day before', () => {
    expect(lastDay('2009-07-31T23:00:00Z')).toBe('31 July 2009');
    expect(lastDay('2009-07-31T12:00:00Z')).toBe('31 July 2009');
  });

  test.each([
    ['2009-06-30', '30 June 2009', '30 Jun 2009'],
    ['2009-01-01', '1 January 2009', '1 Jan 2009'],
    ['soon', 'soon', 'soon'],
  ])('the day %s is %s, where there is little room %s', (text, words, short) => {
    expect([dayInWords(text), dayInShort(text)]).toEqual([words, short]);
  });

  test('what is no instant is shown as it is', () => expect(moment('soon')).toBe('soon'));
});
