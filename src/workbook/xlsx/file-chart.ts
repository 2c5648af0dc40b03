import type { SheetChart } from 'hucre/xlsx';
import type { Cell } from '#core/cell.ts';
import type { ChartPlan } from '#core/sheet/sheet-plan.ts';
import { rangeName } from './file-validation.ts';
import type { SheetContent } from './book-sheet.ts';

/** A chart as a file keeps it: its series are the columns of its source, named by the cells above them. */
export const fileChart = ({ kind, source, title, altText, place }: ChartPlan, content: SheetContent): SheetChart => {
  const below = { ...source, row: source.row + 1, rows: source.rows - 1, columns: 1 };
  return {
    type: kind === 'stacked-bar' ? 'bar' : 'column',
    barGrouping: kind === 'stacked-bar' ? 'stacked' : 'clustered',
    title,
    altText,
    legend: 'bottom',
    series: Array.from({ length: source.columns - 1 }, (_, at) => ({
      name: nameOf(content[source.row]?.[source.column + 1 + at]),
      categories: rangeName(below),
      values: rangeName({ ...below, column: source.column + 1 + at }),
    })),
    anchor: {
      from: { row: place.row, col: place.column },
      to: { row: place.row + place.rows, col: place.column + place.columns },
    },
  };
};

const nameOf = (cell: SheetContent[number][number] | undefined): string => {
  const value: Cell = typeof cell === 'object' && cell !== null ? (cell.result?.[0]?.[0] ?? null) : (cell ?? null);
  return value === null ? '' : String(value);
};
