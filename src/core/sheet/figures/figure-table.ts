import type { Measured } from '../../measures/measured.ts';
import type { FigureTable, MeasureTerms } from '../../measures/sums.ts';

/** A measure's table as a sheet shows it: what its figures are made of, and what they come to. */
export interface FigureTableOnSheet {
  readonly table: FigureTable;
  /** The numbers of this table, or of one made of the same sums. */
  numbersOf(table: FigureTable): FigureTable<number | undefined>;
  readonly terms: MeasureTerms;
  readonly measured: Measured;
}

const styles = { count: 'number', share: 'percent', mean: 'decimal', sum: 'number' } as const;

/** The number format of a column. */
export const styleOfUnit = (unit: keyof typeof styles): (typeof styles)[keyof typeof styles] => styles[unit];

/** Whether all lines and columns are shown, whatever is answered: then the table needs nothing behind it. */
export const showsAll = ({ ranked, lines, columns }: FigureTable): boolean =>
  ranked === undefined && [...lines, ...columns].every(({ role }) => role !== 'unknown');
