import { ownerId, type OwnerId } from '../ids.ts';
import type { SchoolStatus } from './school.ts';

/** A URN, in: a cell without spaces around, out: six digits, or `undefined`. Digits are never added or taken away. */
export const readUrn = (text: string): OwnerId | undefined => (/^\d{6}$/.test(text) ? ownerId(text) : undefined);

/**
 * A LAESTAB out of its two numbers, such as `201/3614`. A spreadsheet drops zeros at the front: they are put back.
 * `undefined` for what is no such number.
 */
export const laestabOf = (authority: string, establishment: string): string | undefined =>
  /^\d{1,3}$/.test(authority) && /^\d{1,4}$/.test(establishment)
    ? `${authority.padStart(3, '0')}/${establishment.padStart(4, '0')}`
    : undefined;

/** A LAESTAB in one piece: `2013614`, `201/3614`, `201-3614` or `201 3614`. */
export const readLaestab = (text: string): string | undefined => {
  const parts = /^(\d{3})[/ -]?(\d{4})$/.exec(text);
  return parts ? `${parts[1]}/${parts[2]}` : undefined;
};

/** A day, in: 01-09-2008, 01/09/2008 or 2008-09-01, out: the ISO day; `undefined` when the calendar has no such day. */
export const readIsoDay = (text: string): string | undefined => {
  const british = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text);
  const day = british
    ? `${british[3]}-${british[2]?.padStart(2, '0')}-${british[1]?.padStart(2, '0')}`
    : /^\d{4}-\d{2}-\d{2}$/.exec(text)?.[0];
  if (day === undefined) return undefined;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
};

const statuses: Readonly<Record<string, SchoolStatus>> = {
  open: 'open',
  'open, but proposed to close': 'open',
  closed: 'closed',
  'proposed to open': 'proposed',
};

/** The government's word for how a school stands, in small or capital letters. */
export const readStatus = (text: string): SchoolStatus | undefined => statuses[text.toLowerCase()];

/** `undefined` for what is neither. */
export const readYesOrNo = (text: string): boolean | undefined =>
  /^(yes|y|true|1)$/i.test(text) ? true : /^(no|n|false|0)$/i.test(text) ? false : undefined;
