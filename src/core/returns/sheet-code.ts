import { ownerId, roundId, type OwnerId, type RoundId } from '../ids.ts';
import type { SheetRole } from '../sheet/sheet-plan.ts';

/** Which return a sheet belongs to, and which of its sheets it is. */
export interface SheetIdentity {
  readonly role: SheetRole;
  readonly owner: OwnerId;
  readonly round: RoundId;
  /** The day in the past that a master tells of, such as `2009-06-30`; absent on every other sheet. */
  readonly asAt?: string;
}

/** What a cell says about a sheet's identity: it names one, it looks like a code but is damaged, or it is something else. */
export type CodeReading =
  { readonly kind: 'code'; readonly identity: SheetIdentity } | { readonly kind: 'damaged'; readonly found: string };

const letters: Readonly<Record<SheetRole, string>> = {
  entry: 'E',
  summary: 'S',
  record: 'R',
  check: 'C',
  lists: 'L',
  guide: 'G',
  master: 'M',
};

const roleOf = new Map(Object.entries(letters).map(([role, letter]) => [letter, role as SheetRole]));

/**
 * The visible code of a sheet: role letter, owner, round and two check digits, e.g. `E/999001/SR-200809/47`; of a master
 * of a day in the past that day before the digits, so that it is never taken for the one of the present or of another day.
 * The digits follow ISO 7064 MOD 97-10: any single wrong character and any swap of neighbours is noticed.
 */
export const sheetCode = ({ role, owner, round, asAt }: SheetIdentity): string => {
  const body = [letters[role], owner, round, ...(asAt === undefined ? [] : [asAt])].join('/');
  return `${body}/${checkDigits(body)}`;
};

/**
 * Reads a cell that may hold a sheet code; `undefined` when it is plainly something else. Case and stray blanks do
 * not matter.
 */
export const readSheetCode = (cell: unknown): CodeReading | undefined => {
  if (typeof cell !== 'string') return undefined;
  const text = cell.replace(/[\s ]+/g, '').toUpperCase();
  const parts = /^([A-Z])\/([A-Z0-9-]+)\/([A-Z0-9-]+)(?:\/(\d{4}-\d\d-\d\d))?\/([0-9A-Z]{1,3})$/.exec(text);
  if (!parts) return /^[A-Z]\/[A-Z0-9-]+\/[A-Z0-9-]+/.test(text) ? { kind: 'damaged', found: cell } : undefined;
  const [, letter = '', owner = '', round = '', asAt] = parts;
  const role = roleOf.get(letter);
  if (!role || (asAt !== undefined && role !== 'master')) return { kind: 'damaged', found: cell };
  const day = asAt === undefined ? {} : { asAt };
  const identity = { role, owner: ownerId(owner), round: roundId(round), ...day };
  return text === sheetCode(identity) ? { kind: 'code', identity } : { kind: 'damaged', found: cell };
};

/** ISO 7064 MOD 97-10 over letters (A = 10 … Z = 35) and digits; `-` counts as 36 and `/` as 37. */
const checkDigits = (body: string): string => {
  let rest = 0;
  for (const character of body) {
    const value = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-/'.indexOf(character);
    rest = (rest * 100 + value) % 97;
  }
  return String(98 - ((rest * 100) % 97)).padStart(2, '0');
};
