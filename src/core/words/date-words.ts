const zone = 'Europe/London';
const dayAndTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: zone,
});
const shortDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: zone,
});
const dayOnly = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone });

/** An instant as people in London tell it: "3 June 2009 at 14:05". Something that is no instant is given back as it is. */
export const moment = (instant: string): string => {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    dayAndTime.formatToParts(date).find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('day')} ${part('month')} ${part('year')} at ${part('hour')}:${part('minute')}`;
};

/** The day in London on which an instant falls: "3 June 2009". */
export const day = (instant: string): string => {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : dayOnly.format(date);
};

/** A day such as `2009-06-30` in words: "30 June 2009". Something that is no day is given back as it is. */
export const dayInWords = (text: string): string => told(dayOnly, text);

/** The same where there is little room: "30 Jun 2009". */
export const dayInShort = (text: string): string => told(shortDay, text);

const told = (how: Intl.DateTimeFormat, text: string): string => {
  const noon = new Date(`${text}T12:00:00Z`);
  return Number.isNaN(noon.getTime()) ? text : how.format(noon);
};

/** The last day of a round that closes at this instant: one that closes at midnight closes at the end of the day before. */
export const lastDay = (closes: string): string => {
  const time = new Date(closes).getTime();
  return Number.isNaN(time) ? closes : day(new Date(time - 1).toISOString());
};
