import type { MeasureKind } from './measure-kind.ts';
import { ratioTable } from './ratio-table.ts';
import { ratioOf } from './ratio.ts';

/** How many rows chose one of some choices, out of those that answered or of all. */
export const share: MeasureKind<'share'> = (measure, measured) =>
  ratioTable(ratioOf(measure, measured), measure.by ?? [], measured);
