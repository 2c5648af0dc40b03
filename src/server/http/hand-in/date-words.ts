const zone = 'Europe/London';
const dayAndTime = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'long', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone },
});
const dayOnly = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone });

/** An instant as people in London tell it: "3 June 2009 at 14:05". */
export const moment = (instant: string): string => {
  const parts = Object.fromEntries(
    dayAndTime.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  const { day: of, month, year, hour, minute } = parts;
  return `${of} ${month} ${year} at ${hour}:${minute}`;
};

/** The day in London on which an instant falls: "3 June 2009". */
export const day = (instant: string): string => dayOnly.format(new Date(instant));

/** The last day of a round that closes at this instant: one that closes at midnight closes at the end of the day before. */
export const lastDay = (closes: string): string => day(new Date(Date.parse(closes) - 1).toISOString());
