import type { Instant } from '../ids.ts';

/** An instant as a sheet shows it, to the minute: "2009-06-01 09:00 UTC". Sorts as text; anything else is left as it is. */
export const instantText = (instant: Instant): string =>
  instant.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(\.\d+)?)?Z$/, '$1 $2 UTC');

/** Back from the sheet, to the minute; what is not such a text is left as it is. */
export const instantOfText = (text: string): Instant =>
  text.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC$/, '$1T$2:00.000Z');
