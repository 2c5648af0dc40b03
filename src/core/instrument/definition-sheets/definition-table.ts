import type { Cell, Grid } from '../../cell.ts';
import { cellName } from '../../sheet/a1.ts';
import { foldedText, isBlank } from '../text-normal-form.ts';
import type { CellPlace, SheetFault } from './sheet-fault.ts';

export interface NamedGrid {
  readonly name: string;
  readonly grid: Grid;
}

/** A sheet of a definition workbook as lines under headings. */
export interface DefinitionTable {
  readonly lines: readonly DefinitionLine[];
  /** In their order, as they are known where they are known. */
  readonly headings: readonly string[];
  readonly faults: readonly SheetFault[];
}

export interface DefinitionLine {
  cell(heading: string): Cell;
  /** Where that cell stands; the line's first cell for a heading that the sheet does not have. */
  place(heading: string): CellPlace;
}

/** What begins with it in the first column is a note: no line of the definition. So is a column whose heading does. */
export const noteMark = '#';

/**
 * Reads the sheet of that name. Blank lines and notes are passed over; headings stand in the first line that begins
 * with a heading known. Headings beginning with `prefix` are known too.
 */
export const readTable = (
  sheets: readonly NamedGrid[],
  sheet: string,
  known: readonly string[],
  { prefix, optional = false }: { prefix?: string; optional?: boolean } = {},
): DefinitionTable => {
  const grid = sheets.find(({ name }) => foldedText(name) === sheet)?.grid;
  const none = (faults: readonly SheetFault[]): DefinitionTable => ({ lines: [], headings: [], faults });
  if (!grid) return none(optional ? [] : [{ sheet, cell: 'A1', code: 'sheet-missing', detail: sheet }]);
  const asKnown = (cell: Cell): string => {
    const text = foldedText(cell);
    return known.find((heading) => heading === text) ?? text;
  };
  const top = grid.findIndex(([first]) => known.includes(asKnown(first ?? null)));
  const headings = (grid[top] ?? []).map(asKnown);
  if (top < 0) return none([{ sheet, cell: 'A1', code: 'headings-missing', detail: known[0] ?? '' }]);

  const faults = headings.flatMap((heading, at): SheetFault[] => {
    if (heading === '' || heading.startsWith(noteMark)) return [];
    const here = { sheet, cell: cellName(top, at), detail: heading };
    if (headings.indexOf(heading) < at) return [{ ...here, code: 'heading-twice' }];
    const isKnown = known.includes(heading) || (prefix !== undefined && heading.startsWith(prefix));
    return isKnown ? [] : [{ ...here, code: 'heading-unknown' }];
  });
  const lines = grid.flatMap((cells, row): DefinitionLine[] => {
    if (row <= top || cells.every(isBlank) || isNote(cells)) return [];
    return [
      {
        cell: (heading) => cells[headings.indexOf(heading)] ?? null,
        place: (heading) => ({ sheet, cell: cellName(row, Math.max(0, headings.indexOf(heading))) }),
      },
    ];
  });
  return { lines, headings, faults };
};

const isNote = ([first]: readonly Cell[]): boolean => typeof first === 'string' && first.trim().startsWith(noteMark);
