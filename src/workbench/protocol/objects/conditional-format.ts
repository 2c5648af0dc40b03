import type { Area } from '#core/cell.ts';
import { intersection } from '../address.ts';
import { apiNotFound, invalidArgument, itemNotFound } from '../errors.ts';
import { isFormula } from '../formula-syntax.ts';
import {
  requireBoolean,
  requireBounded,
  requireColour,
  requirePermitted,
  requireText,
  requireWhole,
} from '../guards.ts';
import type { Highlight } from '../highlight-book.ts';
import type { HostObjectOf, MaybeObject } from '../host-objects.ts';
import type { Property } from '../member.ts';
import type { Work } from '../work.ts';
import { rangeOn } from './range-shape.ts';

interface OnArea {
  readonly sheet: string;
  readonly area: Area;
}
interface OnHighlight {
  readonly sheet: string;
  readonly id: string;
}

const format = (sheet: string, id: string): HostObjectOf<'ConditionalFormat'> => ({
  type: 'ConditionalFormat',
  sheet,
  id,
});

/** The formats that touch a range, the one with the highest priority first. */
export const formatsIn = ({ sheet, area }: OnArea, work: Work): readonly HostObjectOf<'ConditionalFormat'>[] =>
  work.highlights
    .list(sheet)
    .filter(({ areas }) => areas.some((part) => intersection(part, area)))
    .map(({ id }) => format(sheet, id));

/** A new format has priority 0 and pushes the others down (rule 38). */
export function add(
  { sheet, area }: OnArea,
  args: readonly unknown[],
  work: Work,
): HostObjectOf<'ConditionalFormat'> {
  if (args[0] !== 'Custom') throw apiNotFound(`ConditionalFormatCollection.add(${String(args[0])})`);
  requireBounded(area);
  requirePermitted(work, sheet);
  work.changing();
  return format(sheet, work.highlights.add(sheet, area));
}

/** Rule 64: the range of a format that stands in one piece; nothing for one that is broken up. */
export function rangeOf({ sheet, id }: OnHighlight, _args: readonly unknown[], work: Work): MaybeObject {
  const areas = work.highlights.find(sheet, id)?.areas ?? [];
  return areas.length === 1 && areas[0] ? rangeOn(sheet, areas[0]) : null;
}

export function clearAll({ sheet, area }: OnArea, _args: readonly unknown[], work: Work): void {
  requirePermitted(work, sheet);
  work.changing();
  work.highlights.clear(sheet, area);
}

export function remove({ sheet, id }: OnHighlight, _args: readonly unknown[], work: Work): void {
  requirePermitted(work, sheet);
  work.changing();
  work.highlights.remove(sheet, id);
}

export const isThere = ({ sheet, id }: OnHighlight, work: Work): boolean =>
  work.highlights.find(sheet, id) !== undefined;

function property<T>(
  read: (one: Highlight) => T,
  write: (value: unknown) => Partial<Highlight>,
): Property<OnHighlight> {
  return {
    get: ({ sheet, id }, work) => read(found(work, sheet, id)),
    set({ sheet, id }, value, work) {
      found(work, sheet, id);
      const part = write(value);
      requirePermitted(work, sheet);
      work.changing();
      work.highlights.change(sheet, id, part);
    },
  };
}

function found(work: Work, sheet: string, id: string): Highlight {
  const one = work.highlights.find(sheet, id);
  if (!one) throw itemNotFound();
  return one;
}

/** The formula is en-US and relative to the top-left cell of the range that the format was added to (rule 38). */
export const formula = property(
  (one) => one.formula,
  (value) => {
    const text = requireText(value);
    const written = text.startsWith('=') ? text : `=${text}`;
    if (!isFormula(written)) throw invalidArgument();
    return { formula: written };
  },
);
export const stopIfTrue = property(
  (one) => one.stopIfTrue,
  (value) => ({ stopIfTrue: requireBoolean(value) }),
);
export const fillColour = property(
  (one) => one.fill?.toUpperCase() ?? null,
  (value) => ({ fill: requireColour(value) }),
);
export const fontColour = property(
  (one) => one.colour?.toUpperCase() ?? null,
  (value) => ({ colour: requireColour(value) }),
);
export const fontBold = property(
  (one) => one.bold ?? null,
  (value) => ({ bold: requireBoolean(value) }),
);

/** The place among the sheet's formats, 0 the highest. */
export const priority: Property<OnHighlight> = {
  get: ({ sheet, id }, work) => work.highlights.list(sheet).findIndex((one) => one.id === id),
  set({ sheet, id }, value, work) {
    const place = requireWhole(value);
    if (place < 0 || place >= work.highlights.list(sheet).length) throw invalidArgument();
    requirePermitted(work, sheet);
    work.changing();
    work.highlights.move(sheet, id, place);
  },
};
