import type { Cell } from '../cell.ts';
import { normalText } from './text-normal-form.ts';

const dayLength = 86_400_000;
/** Excel's day 0; right from 1 March 1900 on, before which it counts a leap day that never was. */
const dayZero = Date.UTC(1899, 11, 30);
const firstDay = 61;
/** 31 December 9999. */
const lastDay = 2_958_465;

/**
 * The day a cell holds, as Excel's serial number of it: a number from 1 March 1900 on, whose time of day is cut off, or
 * a text written as 14/11/2008 (day first, as here) or 2008-11-14. Anything else, and a day that is not in the
 * calendar, is `undefined`: two-digit years and month names are not guessed at.
 */
export const readDay = (cell: Cell): number | undefined => {
  if (typeof cell === 'number') return inRange(Math.floor(cell));
  if (typeof cell !== 'string') return undefined;
  const text = normalText(cell);
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (british) return serialOf(Number(british[3]), Number(british[2]), Number(british[1]));
  return dayOfIso(text);
};

/** The serial number of an ISO day such as 2008-11-14; `undefined` when it is not one. */
export const dayOfIso = (text: string): number | undefined => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return iso ? serialOf(Number(iso[1]), Number(iso[2]), Number(iso[3])) : undefined;
};

/** A serial number as an ISO day. */
export const isoOfDay = (serial: number): string => new Date(dayZero + serial * dayLength).toISOString().slice(0, 10);

const serialOf = (year: number, month: number, day: number): number | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day));
  // Years below 100 are taken for 1900s by Date; they are out of range either way.
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return undefined;
  return inRange((date.getTime() - dayZero) / dayLength);
};

const inRange = (serial: number): number | undefined =>
  serial >= firstDay && serial <= lastDay ? serial : undefined;
