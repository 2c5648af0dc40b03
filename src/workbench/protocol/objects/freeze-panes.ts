import { invalidArgument } from '../errors.ts';
import { requireWhole } from '../guards.ts';
import type { Work } from '../work.ts';
import { rangeArgument } from './range-shape.ts';
import type { SheetObject } from './worksheets.ts';

/** Everything above and to the left of the range's last cell stays in view, the range included. */
export function freezeAt({ sheet }: SheetObject, args: readonly unknown[], work: Work): void {
  const range = rangeArgument(args[0], work, sheet);
  if (range.sheet !== sheet) throw invalidArgument();
  freeze(work, sheet, range.area.row + range.area.rows, range.area.column + range.area.columns);
}

export const freezeRows = ({ sheet }: SheetObject, args: readonly unknown[], work: Work): void =>
  freeze(work, sheet, count(args[0]), 0);

export const freezeColumns = ({ sheet }: SheetObject, args: readonly unknown[], work: Work): void =>
  freeze(work, sheet, 0, count(args[0]));

export const unfreeze = ({ sheet }: SheetObject, _args: readonly unknown[], work: Work): void =>
  freeze(work, sheet, 0, 0);

function freeze(work: Work, sheet: string, rows: number, columns: number): void {
  work.changing();
  work.model.looks.freeze(sheet, rows, columns);
}

function count(value: unknown): number {
  const number = requireWhole(value ?? 1);
  if (number < 1) throw invalidArgument();
  return number;
}
