import { fixedRows, onceKey, type Instrument } from '../instrument/instrument.ts';
import type { ReturnContent } from './content.ts';
import { isBlank } from './same-value.ts';

/** How much a return holds, as its receipt says it. */
export interface ReturnCounts {
  /** Rows of the table with at least one answer. */
  readonly rowsAnswered: number;
  /** Rows that are asked for; an open table asks for as many as are answered. */
  readonly rows: number;
  /** Filled cells, those asked once too. */
  readonly cells: number;
}

/** Counts what is filled; what is asked once is no row of the table, but its cells count. */
export const countsOf = (instrument: Instrument, { rows }: Pick<ReturnContent, 'rows'>): ReturnCounts => {
  const cells = rows.map(({ key, values }) => ({
    inTable: key !== onceKey,
    filled: Object.values(values).filter((value) => !isBlank(value)).length,
  }));
  const rowsAnswered = cells.filter(({ inTable, filled }) => inTable && filled > 0).length;
  return {
    rowsAnswered,
    rows: instrument.rows.kind === 'open' ? rowsAnswered : fixedRows(instrument).length,
    cells: cells.reduce((sum, { filled }) => sum + filled, 0),
  };
};
