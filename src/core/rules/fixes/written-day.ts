import { readDay } from '../../instrument/day.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Day, month in figures or letters, year of two or four figures, parted by signs of one's own. */
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ ./-]+(\d{1,2}|\p{L}{3,9})[ .,/-]+(\d{4}|\d{2})$/u;
const yearFirst = /^(\d{4})[ ./-](\d{1,2})[ ./-](\d{1,2})$/;

/**
 * The day that somebody most likely meant, as Excel's serial number: "14 Nov 2008", "14.11.08", "1st May 2009",
 * "2008/11/4". The day comes first, as here; of two figures for a year 00 to 29 are after 2000, as Excel reads them.
 * `undefined` for anything else and for days not in the calendar. It is for suggestions: nothing is read by it.
 */
export const writtenDay = (text: string): number | undefined => {
  const turned = yearFirst.exec(text);
  if (turned) return day(turned[3], turned[2], turned[1]);
  const found = dayFirst.exec(text);
  if (found === null) return undefined;
  const [, ofMonth, month = '', year = ''] = found;
  const century = year.length === 4 ? '' : Number(year) < 30 ? '20' : '19';
  return day(ofMonth, /^\d/.test(month) ? month : monthOf(month), century + year);
};

/** "Nov", "Sept" and "November" are the eleventh and so on; at least three letters. */
const monthOf = (word: string): string | undefined => {
  const at = months.findIndex((month) => month.startsWith(word.toLowerCase()));
  return at < 0 ? undefined : String(at + 1);
};

const day = (ofMonth: string | undefined, month: string | undefined, year: string | undefined): number | undefined =>
  readDay(`${ofMonth}/${month}/${year}`);
