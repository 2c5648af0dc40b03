import type { Instrument, Measure } from '../instrument/instrument.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import { count } from './kinds/count.ts';
import { distribution } from './kinds/distribution.ts';
import { finding } from './kinds/finding.ts';
import { gap } from './kinds/gap.ts';
import { mean } from './kinds/mean.ts';
import type { MeasureKind } from './kinds/measure-kind.ts';
import { rate } from './kinds/rate.ts';
import { share } from './kinds/share.ts';
import { top } from './kinds/top.ts';
import { measuredOf, type Measured } from './measured.ts';
import type { FigureTable } from './sums.ts';
import { tableWords } from './table-words.ts';

const kinds: { readonly [Kind in Measure['kind']]: MeasureKind<Kind> } = {
  distribution,
  count,
  share,
  mean,
  top,
  gap,
  rate,
  finding,
};

/**
 * The table of a measure, its numbers as figures over sums. Its lines and columns depend on what the fields offer in
 * the circumstances, never on answers.
 */
export const compileMeasure = (measure: Measure, measured: Measured): FigureTable => {
  const kind = kinds[measure.kind] as MeasureKind<Measure['kind']>;
  return {
    measure: measure.id,
    title: measure.kind === 'finding' ? measure.statement : measure.title,
    corner: cornerOf(measure, measured),
    ...kind(measure, measured),
  };
};

/** The tables of all measures of an instrument, in their order. */
export const compileMeasures = (instrument: Instrument, circumstances: Circumstances): readonly FigureTable[] => {
  const measured = measuredOf(instrument, circumstances);
  return instrument.measures.map((measure) => compileMeasure(measure, measured));
};

/** What the lines of a measure's table are. */
const cornerOf = (measure: Measure, { instrument, label }: Measured): string => {
  if (measure.kind === 'finding') return '';
  if (measure.kind === 'rate' || measure.kind === 'top') return label(measure.field);
  const [by] = measure.by ?? (measure.kind === 'distribution' && instrument.rows.kind === 'fixed' ? ['#group'] : []);
  return by === undefined ? '' : by === '#group' ? tableWords.area : label(by);
};
