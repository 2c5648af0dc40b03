import { readCell, withMember, type Column } from './column.ts';
import type { DefinitionLine } from './definition-table.ts';
import type { CellPlace, SheetFault } from './sheet-fault.ts';

/** Something read from a definition workbook: plain data, where each member of it stands, and what could not be read. */
export interface ReadPart {
  readonly part: Readonly<Record<string, unknown>>;
  /** By the way that leads to the member from the part: '' for the part itself. */
  readonly places: ReadonlyMap<string, CellPlace>;
  readonly faults: readonly SheetFault[];
}

/** One line as a part of a definition. Blank cells are absent members. */
export const readPart = (columns: readonly Column[], line: DefinitionLine): ReadPart => {
  const kind = String(line.cell('kind') ?? '').trim();
  const places = new Map<string, CellPlace>([['', line.place(columns[0]?.heading ?? '')]]);
  const faults: SheetFault[] = [];
  let part: Record<string, unknown> = {};
  for (const column of columns) {
    const { heading, member, kind: only } = column;
    const place = line.place(heading);
    const read = readCell(column, line.cell(heading));
    if (only !== undefined && only !== kind) {
      if (!read.ok || read.value !== undefined)
        faults.push({ ...place, code: 'shape', detail: 'does not belong here' });
      continue;
    }
    places.set(`/${member}`, place);
    if (!read.ok) faults.push({ ...place, ...read.failure });
    else if (read.value !== undefined) part = withMember(part, member, read.value);
  }
  return { part, places, faults };
};

/** The places of several parts in a list that stands at a path of the definition. */
export const placesOf = (
  path: string,
  parts: readonly Pick<ReadPart, 'places'>[],
): (readonly [string, CellPlace])[] =>
  parts.flatMap(({ places }, at) => [...places].map(([member, place]) => [`${path}/${at}${member}`, place] as const));
