import { ownerId, roundId, type OwnerId, type RoundId } from '../ids.ts';
import type { SheetRole } from '../sheet/sheet-plan.ts';

/** Which return a sheet belongs to, and which of its sheets it is. */
export interface SheetIdentity {
  readonly role: SheetRole;
  readonly owner: OwnerId;
  readonly round: RoundId;
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
 * The visible code of a sheet: role letter, owner, round and two check digits, e.g. `E/999001/SR-200809/47`.
 * The digits follow ISO 7064 MOD 97-10: any single wrong character and any swap of neighbours is noticed.
 */
export const sheetCode = ({ role, owner, round }: SheetIdentity): string => {
  const body = `${letters[role]}/${owner}/${round}`;
  return `${body}/${checkDigits(body)}`;
};

/**
 * Reads a cell that may hold a sheet code; `undefined` when it is plainly something else. Case and stray blanks do
 * not matter.
 */
export const readSheetCode = (cell: unknown): CodeReading | undefined => {
  if (typeof cell !== 'string') return undefined;
  const text = cell.replace(/[\s ]+/g, '').toUpperCase();
  const parts = /^([A-Z])\/([A-Z0-9-]+)\/([A-Z0-9-]+)\/([0-9A-Z]{1,3})$/.exec(text);
  if (!parts) return /^[A-Z]\/[A-Z0-9-]+\/[A-Z0-9-]+/.test(text) ? { kind: 'damaged', found: cell } : undefined;
  const [, letter = '', owner = '', round = '', digits = ''] = parts;
  const role = roleOf.get(letter);
  if (!role || digits !== checkDigits(`${letter}/${owner}/${round}`)) return { kind: 'damaged', found: cell };
  return { kind: 'code', identity: { role, owner: ownerId(owner), round: roundId(round) } };
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
