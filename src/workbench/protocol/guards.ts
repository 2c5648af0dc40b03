import type { Area } from '#core/cell.ts';
import { isUnbounded } from './address.ts';
import { lockedIn } from './attachments.ts';
import { accessDenied, filteredRangeConflict, invalidArgument } from './errors.ts';
import type { Work } from './work.ts';

const protectedText =
  'The cell or chart you are trying to change is on a protected sheet. To make a change, unprotect the sheet.';

/** Content may change: the sheet is not protected, or every cell of the area is unlocked (rule 22). */
export function requireUnlocked(work: Work, sheet: string, area: Area): void {
  if (work.kept.protection[sheet] && lockedIn(work.model, sheet, area) !== false) throw accessDenied(protectedText);
}

/** A change that a protected sheet permits only through an option (`allowFormatCells`, ...), or never. */
export function requirePermitted(work: Work, sheet: string, option?: string): void {
  const protection = work.kept.protection[sheet];
  if (protection && (option === undefined || protection.options[option] !== true)) throw accessDenied(protectedText);
}

/** Rule 43: a block over rows that a filter hides would land in other cells; a single cell does not. */
export function requireNotFiltered(work: Work, sheet: string, area: Area): void {
  const filter = work.kept.filters[sheet];
  if (!filter || area.rows * area.columns === 1) return;
  // Whole rows are hidden, also beside the columns that are filtered; never the row of the headings.
  const end = Math.min(filter.row + filter.rows, area.row + area.rows);
  for (let row = Math.max(filter.row + 1, area.row); row < end; row += 1)
    if (work.model.looks.rowHidden(sheet, row)) throw filteredRangeConflict();
}

/** Rule 18: content is never written to whole columns or rows. */
export function requireBounded(area: Area): void {
  if (isUnbounded(area)) throw invalidArgument();
}

export function requireText(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  return value;
}

export function requireBoolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidArgument();
  return value;
}

export function requireNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidArgument();
  return value;
}

export function requireWhole(value: unknown): number {
  if (!Number.isInteger(value)) throw invalidArgument();
  return value as number;
}

export function requireOneOf<T extends string>(value: unknown, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw invalidArgument();
  return found;
}

/** `#RRGGBB`, as colours come back from Excel; names of colours are not taken. */
export function requireColour(value: unknown): string {
  if (typeof value !== 'string' || !/^#[0-9a-f]{6}$/i.test(value)) throw invalidArgument();
  return value.toUpperCase();
}
