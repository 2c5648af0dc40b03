import type { Instant } from '../ids.ts';
import { londonDayOf } from './london-day.ts';

/** The academic year in which an instant falls in London: from September 2008 to August 2009 it is `200809`. */
export const academicYearOf = (instant: Instant): string => {
  const day = londonDayOf(instant);
  return academicYearFrom(Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0));
};

/** The academic year that begins in the September of a year. */
export const academicYearFrom = (year: number): string => `${year}${String((year + 1) % 100).padStart(2, '0')}`;
