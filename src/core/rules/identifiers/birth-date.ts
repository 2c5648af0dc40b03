import { isoOfDay, dayOfIso } from '../../instrument/day.ts';
import { writtenDay } from '../fixes/written-day.ts';

/** Years in which somebody was born who is 4 to 25 years old when the academic year begins. */
export interface BirthYears {
  readonly first: number;
  readonly last: number;
}

export const birthYears = (academicYear: string): BirthYears => {
  const year = Number(academicYear.slice(0, 4));
  return { first: year - 25, last: year - 4 };
};

/** What is left of a day written in figures when the figures are taken away. */
const signsOfDay = ['', '//', '--', '..', '  '];

/**
 * Whether a text is a day on which a pupil may have been born: a year of `years` at either end of 8 to 10 figures and
 * signs (14/11/1996, 1996-11-14), Excel's number of such a day, or one written with the month's name or two figures
 * for the year.
 */
export const looksLikeBirth = (text: string, years: BirthYears): boolean => {
  const isBirthYear = (end: string): boolean => /^\d{4}$/.test(end) && inYears(Number(end), years);
  if (signsOfDay.includes(text.replace(/\d/g, ''))) {
    if (/^\d{5}$/.test(text)) return inYears(yearOf(Number(text)), years);
    if (text.length >= 8 && text.length <= 10 && (isBirthYear(text.slice(-4)) || isBirthYear(text.slice(0, 4))))
      return true;
  }
  const day = writtenDay(text);
  return day !== undefined && inYears(yearOf(day), years);
};

const inYears = (year: number, { first, last }: BirthYears): boolean => year >= first && year <= last;
const yearOf = (serial: number): number => Number(isoOfDay(serial).slice(0, 4));

/** Elementwise the same of days in figures only, with a year of four; names of months are left to the check. */
export const birthDateFormula = (text: string, { first, last }: BirthYears): string => {
  const signs = Array.from({ length: 10 }, (_, digit) => digit).reduce(
    (so, digit) => `SUBSTITUTE(${so},${digit},"")`,
    text,
  );
  const between = (number: string, from: number, to: number) =>
    `IFERROR((${number}*1>=${from})*(${number}*1<=${to}),0)`;
  const [firstDay, lastDay] = [dayOfIso(`${first}-01-01`) ?? 0, dayOfIso(`${last}-12-31`) ?? 0];
  const serial = `(LEN(${text})=5)*(LEN(${signs})=0)*${between(text, firstDay, lastDay)}`;
  const atEnds = `(${between(`RIGHT(${text},4)`, first, last)}+${between(`LEFT(${text},4)`, first, last)}>0)`;
  const known = `ISNUMBER(FIND("|"&${signs}&"|","|${signsOfDay.join('|')}|"))`;
  return `(${serial}+(LEN(${text})>7)*(LEN(${text})<11)*${known}*${atEnds}>0)`;
};
