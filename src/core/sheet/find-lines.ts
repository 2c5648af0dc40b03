import type { Cell, Grid } from '../cell.ts';
import type { RowKey } from '../ids.ts';
import { fixedRows, type Instrument } from '../instrument/instrument.ts';
import { foldedText, isBlank, normalText } from '../instrument/text-normal-form.ts';
import type { SheetDamage } from '../rules/issue.ts';
import type { EntryColumns } from './find-columns.ts';
import { provisionalKey, rowNumber } from './row-numbers.ts';

/** Which line of the sheet each row stands on, in the order of the sheet, and what is wrong with others. */
export interface EntryLines {
  readonly lineOf: ReadonlyMap<RowKey, number>;
  readonly damage: readonly SheetDamage[];
}

/**
 * Rows are known by their keys, wherever they stand; of two lines with one key the first keeps it.
 *
 * | key of the line       | fixed rows                   | open rows                                       |
 * |-----------------------|------------------------------|-------------------------------------------------|
 * | a new one             | the row                      | the row, blank or filled                        |
 * | one that stands above | `row-twice`                  | `row-twice`, when filled                        |
 * | blank                 | `row-unknown`, when filled   | `row-without-number` when filled, with a provisional key |
 * | anything else         | `row-unknown`, when filled   | `row-unknown`, when filled                      |
 */
export const findLines = (
  grid: Grid,
  instrument: Pick<Instrument, 'fields' | 'rows'>,
  { at, firstLine }: EntryColumns,
): EntryLines => {
  const open = instrument.rows.kind === 'open';
  const keyOf = open ? rowNumber : fixedKey(instrument);
  const lineOf = new Map<RowKey, number>();
  const damage: SheetDamage[] = [];
  const keyColumn = at.get('#key') ?? 0;
  const answerColumns = [...instrument.fields.map(({ id }) => id), '#answer'].flatMap((id) => at.get(id) ?? []);
  for (let line = firstLine; line < grid.length; line += 1) {
    const cells = grid[line] ?? [];
    const typed = cells[keyColumn] ?? null;
    const key = keyOf(typed);
    if (key !== undefined && !lineOf.has(key)) {
      lineOf.set(key, line);
      continue;
    }
    const filled = answerColumns.some((column) => !isBlank(cells[column]));
    if (key !== undefined) {
      if (filled || !open) damage.push({ kind: 'row-twice', row: key, at: line });
    } else if (filled && open && isBlank(typed)) {
      lineOf.set(provisionalKey(line), line);
      damage.push({ kind: 'row-without-number', at: line });
    } else if (filled) damage.push({ kind: 'row-unknown', key: normalText(typed), at: line });
  }
  for (const { key } of fixedRows(instrument)) if (!lineOf.has(key)) damage.push({ kind: 'row-missing', row: key });
  return { lineOf, damage };
};

const fixedKey = (instrument: Pick<Instrument, 'rows'>): ((cell: Cell) => RowKey | undefined) => {
  const keys = new Map(fixedRows(instrument).map(({ key }) => [foldedText(key), key]));
  return (cell) => keys.get(foldedText(cell));
};
