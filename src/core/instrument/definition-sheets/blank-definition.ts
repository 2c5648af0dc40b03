import type { Cell } from '../../cell.ts';
import type { Instrument } from '../instrument.ts';
import { noteMark, type NamedGrid } from './definition-table.ts';
import { settingHeadings } from './setting-lines.ts';
import { writeDefinition } from './write-definition.ts';

const howTo = `${noteMark} Lines that begin with ${noteMark} are notes and are not read. On the other sheets the notes show an example: copy a line, take the ${noteMark} away and change it.`;

/**
 * The sheets of a definition workbook in which nothing is defined yet: headings, help, and a small instrument as an
 * example. The example stands in notes, and on the first sheet in a column of its own, so that none of it is read.
 */
export const blankDefinition = (example: Instrument): readonly NamedGrid[] =>
  writeDefinition(example).map(({ name, grid }) => ({
    name,
    grid: name === 'instrument' ? blankSettings(grid) : grid.map((line, row) => (row < 2 ? line : asNote(line))),
  }));

const blankSettings = (grid: readonly (readonly Cell[])[]): NamedGrid['grid'] => [
  ...grid.map(([setting = null, value = null, help = null], row) =>
    row === 0 ? [setting, value, help, settingHeadings.example] : [setting, null, help, value],
  ),
  [howTo, null, null, null],
];

const asNote = ([first, ...rest]: readonly Cell[]): readonly Cell[] => [
  `${noteMark} ${String(first ?? '')}`,
  ...rest,
];
