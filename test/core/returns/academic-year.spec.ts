import { academicYearFrom, academicYearOf } from '#core/returns/academic-year.ts';

test.each([
  ['2008-08-31T22:59:59.999Z', '200708', 'August is not over in London'],
  ['2008-08-31T23:00:00.000Z', '200809', 'September has begun in London'],
  ['2009-01-01T00:00:00.000Z', '200809', 'the new year changes nothing'],
  ['1999-09-01T12:00:00.000Z', '199900', 'the second half is two digits'],
])('%s is in %s: %s', (instant, year) => {
  expect(academicYearOf(instant)).toBe(year);
});

test('the year that begins in September 2025 is 202526', () => {
  expect(academicYearFrom(2025)).toBe('202526');
});
