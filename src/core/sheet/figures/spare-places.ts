import { unitsOf } from '../../measures/shown-places.ts';
import type { FigureTable } from '../../measures/sums.ts';
import { cellName, columnLetters, quotedText } from '../a1.ts';
import type { Highlight } from '../sheet-plan.ts';

/** Which places at the end of a table are blank while nobody is unknown: they get their look only when they are filled. */
export interface SparePlaces {
  readonly column: boolean;
  readonly line: boolean;
}

/** A table of several units has a spare column in each of them: there all columns keep their look. */
export const sparePlaces = ({ ranked, lines, columns }: FigureTable): SparePlaces => ({
  column: ranked === undefined && unitsOf(columns).length === 1 && columns.some(({ role }) => role === 'unknown'),
  line: ranked === undefined && lines.some(({ role }) => role === 'unknown'),
});

/**
 * The looks of spare places, by what stands in them: the total's line wherever it is by now, and the last column where
 * it is headed. `at` is the first cell of the header, `height` counts the lines below it.
 */
export const spareHighlights = (
  table: FigureTable,
  at: { readonly row: number; readonly column: number },
  height: number,
): readonly Highlight[] => {
  const spare = sparePlaces(table);
  const width = table.columns.length + 1;
  const last = at.column + width - 1;
  const ends = at.row + height - 1;
  const total = quotedText(table.lines.find(({ role }) => role === 'total')?.label ?? '');
  const isTotal = `$${cellName(ends, at.column)}=${total}`;
  const isHeaded = `LEN(${columnLetters(last)}$${at.row + 1})>0`;
  const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });
  const always = width - (spare.column ? 1 : 0);
  return [
    ...(spare.line
      ? [{ area: area(ends, at.column, 2, always), formula: `=${isTotal}`, style: 'shown-total' as const }]
      : []),
    ...(spare.line && spare.column
      ? [{ area: area(ends, last, 2, 1), formula: `=AND(${isTotal},${isHeaded})`, style: 'shown-total' as const }]
      : []),
    ...(spare.column
      ? [
          { area: area(at.row, last, 1, 1), formula: `=${isHeaded}`, style: 'shown-header' as const },
          {
            area: area(at.row + 1, last, height - (spare.line ? 1 : 0), 1),
            formula: `=${isHeaded}`,
            style: 'shown' as const,
          },
        ]
      : []),
  ];
};
