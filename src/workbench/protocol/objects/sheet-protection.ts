import { accessDenied } from '../errors.ts';
import { requireText } from '../guards.ts';
import type { Work } from '../work.ts';
import type { SheetObject } from './worksheets.ts';

/** What a protected sheet permits unless told otherwise: nothing but selecting and writing into unlocked cells. */
const nothing = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: 'Normal',
};

export const isProtected = ({ sheet }: SheetObject, work: Work): boolean => work.kept.protection[sheet] !== undefined;

export const options = ({ sheet }: SheetObject, work: Work): object =>
  work.kept.protection[sheet]?.options ?? nothing;

/** Rule 23: a protected sheet cannot be protected again. */
export function protect({ sheet }: SheetObject, args: readonly unknown[], work: Work): void {
  if (work.kept.protection[sheet]) throw accessDenied();
  const password = args[1] === undefined || args[1] === null ? undefined : requireText(args[1]);
  work.changing();
  work.kept.protection[sheet] = {
    options: { ...nothing, ...((args[0] as object | null | undefined) ?? {}) },
    ...(password && { password }),
  };
}

/** Rule 23: the password must be right; on an unprotected sheet it depends on the Excel. */
export function unprotect({ sheet }: SheetObject, args: readonly unknown[], work: Work): void {
  const protection = work.kept.protection[sheet];
  if (!protection) {
    if (work.profile.unprotectNeedsProtection) throw accessDenied();
    return;
  }
  if (protection.password !== undefined && protection.password !== args[0]) throw accessDenied();
  work.changing();
  delete work.kept.protection[sheet];
}
