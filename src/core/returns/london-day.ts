import type { Instant } from '../ids.ts';

const clock = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
});

/**
 * The instant at which a day such as `2009-06-30` is over in London, which is when the next one begins there: what was
 * done that day came before it. `undefined` when there is no such day.
 */
export const endOfLondonDay = (day: string): Instant | undefined => {
  const begin = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00:00.000Z`) : undefined;
  // The 31st of June would become the 1st of July.
  if (!begin || Number.isNaN(begin.getTime()) || begin.toISOString().slice(0, 10) !== day) return undefined;
  return londonMidnight(begin.getTime() + 24 * 3600_000);
};

/** The instant at which a day such as `2009-06-30` begins in London; `undefined` when there is no such day. */
export const startOfLondonDay = (day: string): Instant | undefined => {
  const end = endOfLondonDay(day);
  return end === undefined ? undefined : londonMidnight(Date.parse(`${day}T00:00:00.000Z`));
};

/** The day in London on which an instant falls, such as `2009-06-30`. */
export const londonDayOf = (instant: Instant): string => {
  const { year, month, day } = Object.fromEntries(
    clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  return `${year}-${month}-${day}`;
};

/** The last day that is over in London at an instant, such as `2009-06-30`. */
export const lastDayOver = (now: Instant): string => {
  const begun = Date.parse(startOfLondonDay(londonDayOf(now)) ?? now);
  return londonDayOf(new Date(begun - 1).toISOString());
};

/** Clocks there are never put forward or back at midnight, so what London shows at that moment in UTC is the difference. */
const londonMidnight = (utc: number): Instant => {
  const shown = Object.fromEntries(clock.formatToParts(utc).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  const ahead = Date.UTC(year, month - 1, day, hour, minute, second) - utc;
  return new Date(utc - ahead).toISOString();
};
