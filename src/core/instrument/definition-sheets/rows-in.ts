import { isBlank, normalText } from '../text-normal-form.ts';
import { memberAt } from './column.ts';
import { placesOf, readPart, type ReadPart } from './definition-parts.ts';
import { readTable, type DefinitionLine, type NamedGrid } from './definition-table.ts';
import { descriptorHeading, groupColumns, rowColumns } from './part-columns.ts';
import type { CellPlace, SheetFault } from './sheet-fault.ts';

/**
 * The rows of an instrument: what the first sheet sets of them and, where they are fixed, the lines of the rows' sheet.
 * A line without key and text names a group; one with them may name its group besides. Of several that name one group
 * the first does.
 */
export const rowsIn = (sheets: readonly NamedGrid[], set: unknown): ReadPart => {
  const known = [...groupColumns, ...rowColumns].map(({ heading }) => heading);
  const { lines, headings, faults } = readTable(sheets, 'rows', known, { prefix: descriptorHeading });
  const frame = typeof set === 'object' && set !== null ? { ...set } : {};
  if (memberAt(set, 'kind') === 'open') {
    const needless = lines.map((line): SheetFault => ({
      ...line.place('group'),
      code: 'rows-unfit',
      detail: 'open',
    }));
    return { part: frame, places: new Map(), faults: [...faults, ...needless] };
  }
  const isRow = (line: DefinitionLine) => !isBlank(line.cell('key')) || !isBlank(line.cell('text'));
  const named = lines.filter((line) => !isRow(line) || !isBlank(line.cell('group title')));
  const groups = named
    .map((line) => readPart(groupColumns, line))
    .filter(({ part }, at, all) => all.findIndex((other) => other.part.id === part.id) === at);
  const codes = headings.filter((heading) => heading.startsWith(descriptorHeading));
  const items = lines.filter(isRow).map((line) => rowIn(line, codes));
  return {
    part: { ...frame, groups: groups.map(({ part }) => part), items: items.map(({ part }) => part) },
    places: new Map([...placesOf('/rows/groups', groups), ...placesOf('/rows/items', items)]),
    faults: [...faults, ...groups.flatMap((group) => group.faults), ...items.flatMap((item) => item.faults)],
  };
};

const rowIn = (line: DefinitionLine, headings: readonly string[]): ReadPart => {
  const row = readPart(rowColumns, line);
  const descriptors = headings.flatMap((heading): [string, string][] => {
    const cell = line.cell(heading);
    if (isBlank(cell)) return [];
    return [[heading.slice(descriptorHeading.length), typeof cell === 'string' ? cell : normalText(cell)]];
  });
  return {
    ...row,
    part: descriptors.length === 0 ? row.part : { ...row.part, descriptors: Object.fromEntries(descriptors) },
    places: new Map<string, CellPlace>([
      ...row.places,
      ...headings.map(
        (heading) => [`/descriptors/${heading.slice(descriptorHeading.length)}`, line.place(heading)] as const,
      ),
    ]),
  };
};
