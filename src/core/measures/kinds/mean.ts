import type { MeasureKind } from './measure-kind.ts';
import { ratioTable } from './ratio-table.ts';
import { ratioOf } from './ratio.ts';

/** The mean of the values of a field; rows without a value are left out. */
export const mean: MeasureKind<'mean'> = (measure, measured) =>
  ratioTable(ratioOf(measure, measured), measure.by ?? [], measured);
