import fc from 'fast-check';
import { endOfLondonDay, lastDayOver, londonDayOf, startOfLondonDay } from '#core/returns/london-day.ts';

test.each([
  ['2009-01-31', '2009-02-01T00:00:00.000Z'],
  ['2009-06-30', '2009-06-30T23:00:00.000Z'],
  // The day on which clocks go forward, and the one on which they go back.
  ['2009-03-28', '2009-03-29T00:00:00.000Z'],
  ['2009-03-29', '2009-03-29T23:00:00.000Z'],
  ['2009-10-24', '2009-10-24T23:00:00.000Z'],
  ['2009-10-25', '2009-10-26T00:00:00.000Z'],
  ['2008-02-29', '2008-03-01T00:00:00.000Z'],
])('%s is over in London at %s', (day, end) => {
  expect(endOfLondonDay(day)).toBe(end);
});

test.each(['2009-02-29', '2009-06-31', '2009-13-01', '30/06/2009', '2009-6-30', '', '2009-06-30T00:00:00Z'])(
  '"%s" is no day',
  (day) => {
    expect(endOfLondonDay(day)).toBeUndefined();
    expect(startOfLondonDay(day)).toBeUndefined();
  },
);

test('a day ends when the next begins, and lasts 23, 24 or 25 hours', () => {
  const days = fc.date({ min: new Date('1996-01-01'), max: new Date('2037-12-30'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3600_000).toISOString().slice(0, 10);
      expect(endOfLondonDay(day)).toBe(startOfLondonDay(next));
      const hours = (Date.parse(endOfLondonDay(day) ?? '') - Date.parse(startOfLondonDay(day) ?? '')) / 3600_000;
      expect([23, 24, 25]).toContain(hours);
    }),
  );
});

test('an instant falls on the day that has begun and is not over in London', () => {
  const instants = fc.date({ min: new Date('1996-01-01'), max: new Date('2037-12-30'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (date) => {
      const instant = date.toISOString();
      const day = londonDayOf(instant);
      expect((startOfLondonDay(day) ?? '') <= instant && instant < (endOfLondonDay(day) ?? '')).toBe(true);
    }),
  );
});

test('the last day that is over is the one before today in London', () => {
  const instants = fc.date({ min: new Date('1996-01-02'), max: new Date('2037-12-30'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (date) => {
      const instant = date.toISOString();
      expect(endOfLondonDay(lastDayOver(instant))).toBe(startOfLondonDay(londonDayOf(instant)));
    }),
  );
});
