import { maxColumns, maxRows } from '../address.ts';
import type { PrintNote } from '../attachments.ts';
import { invalidArgument } from '../errors.ts';
import { requireBounded, requireOneOf, requirePermitted, requireWhole } from '../guards.ts';
import type { Property } from '../member.ts';
import type { Work } from '../work.ts';
import { rangeArgument } from './range-shape.ts';
import type { SheetObject } from './worksheets.ts';

const printOf = ({ sheet }: SheetObject, work: Work): PrintNote => work.kept.print[sheet] ?? {};

function change({ sheet }: SheetObject, work: Work, part: Partial<PrintNote>): void {
  requirePermitted(work, sheet);
  work.changing();
  work.kept.print[sheet] = { ...work.kept.print[sheet], ...part };
}

export const orientation: Property<SheetObject> = {
  get: (object, work) => printOf(object, work).orientation ?? 'Portrait',
  set: (object, value, work) =>
    change(object, work, { orientation: requireOneOf(value, ['Portrait', 'Landscape'] as const) }),
};

/** The sizes that are asked for here; Excel knows many more. */
export const paperSize: Property<SheetObject> = {
  get: (object, work) => printOf(object, work).paperSize ?? 'Letter',
  set: (object, value, work) =>
    change(object, work, { paperSize: requireOneOf(value, ['Letter', 'A3', 'A4', 'A5'] as const) }),
};

/** Rule 61: a scale of 10 to 400 per cent, or a number of pages to fit; never both. */
export const zoom: Property<SheetObject> = {
  get: (object, work) => printOf(object, work).zoom ?? { scale: 100 },
  set(object, value, work) {
    if (typeof value !== 'object' || value === null) throw invalidArgument();
    const given = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
    const zoom: Record<string, number> = {};
    for (const [name, part] of given) {
      requireOneOf(name, ['scale', 'horizontalFitToPages', 'verticalFitToPages']);
      const number = requireWhole(part);
      if (name === 'scale' ? number < 10 || number > 400 : number < 1) throw invalidArgument();
      zoom[name] = number;
    }
    if (given.length === 0 || (zoom.scale !== undefined && given.length > 1)) throw invalidArgument();
    change(object, work, { zoom });
  },
};

/** Rule 62: a range of this sheet, or its address. */
export function setPrintArea(object: SheetObject, args: readonly unknown[], work: Work): void {
  const { sheet, area } = rangeArgument(args[0], work, object.sheet);
  if (sheet !== object.sheet) throw invalidArgument();
  requireBounded(area);
  change(object, work, { area });
}

/** Rule 62: whole rows only, `$6:$7` or a range of them. */
export function setPrintTitleRows(object: SheetObject, args: readonly unknown[], work: Work): void {
  const { sheet, area } = rangeArgument(args[0], work, object.sheet);
  if (sheet !== object.sheet || area.columns !== maxColumns || area.rows === maxRows) throw invalidArgument();
  change(object, work, { titleRows: { first: area.row, last: area.row + area.rows - 1 } });
}
