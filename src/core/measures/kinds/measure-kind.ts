import type { Measure } from '../../instrument/instrument.ts';
import type { Measured } from '../measured.ts';
import type { FigureTable } from '../sums.ts';

export type MeasureOf<Kind extends Measure['kind']> = Extract<Measure, { kind: Kind }>;

/** What a kind of measure says: how its table is made of sums. The caller adds which measure it is, and its title. */
export type MeasureKind<Kind extends Measure['kind']> = (
  measure: MeasureOf<Kind>,
  measured: Measured,
) => Pick<FigureTable, 'columns' | 'lines' | 'ranked'>;
