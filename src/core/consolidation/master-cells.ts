import { compileMeasure } from '../measures/compile.ts';
import { measuredOf } from '../measures/measured.ts';
import { offerOf } from '../rules/row-in-hand.ts';
import type { ConsolidatedReturns } from './consolidated-returns.ts';
import { masterLayout } from './master-layout.ts';

/**
 * With how many cells of answers a master is still drawn: a hundred requests to Excel. A nation's fixed rows stay far below it, a
 * hundred schools with 300 pupils each just so, and a sheet ends long after it.
 */
export const mostMasterCells = 2_000_000;

/** How many cells of answers a master has, by its owners and how many rows they returned in all: no answer needs to be known. */
export const masterCells = (
  of: Pick<ConsolidatedReturns, 'instrument' | 'round' | 'circumstances' | 'owners'>,
  rows: number,
): number => {
  const { instrument, round, circumstances = round } = of;
  const measured = measuredOf(instrument, circumstances);
  const tables = instrument.measures
    .filter(({ kind }) => kind !== 'finding')
    .map((measure) => compileMeasure(measure, measured));
  const { answers, columns, ownerRows } = masterLayout(of, offerOf(instrument, circumstances), tables);
  return columns * (answers.kind === 'long' ? rows : ownerRows);
};
