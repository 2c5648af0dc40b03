import type { Instrument } from '../instrument/instrument.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import { compileMeasures } from './compile.ts';
import { sumKey } from './sum-key.ts';
import type { Figure, FigureTable, Sum } from './sums.ts';

/**
 * Every sum that the measures of an instrument are worked out of, each once, in the order in which they are first met;
 * behind each total its squares, of which an interval can be made later.
 */
export const sumsOf = (instrument: Instrument, circumstances: Circumstances): readonly Sum[] => {
  const found = new Map<string, Sum>();
  const add = (sum: Sum) => found.set(sumKey(sum), sum);
  for (const sum of compileMeasures(instrument, circumstances).flatMap(sumsInTable)) {
    add(sum);
    if (sum.kind === 'total') add({ ...sum, kind: 'squares' });
  }
  return [...found.values()];
};

/** Every sum that the figures of a table are made of, as often as it is met. */
export const sumsInTable = ({ columns, lines }: FigureTable): readonly Sum[] =>
  [...columns.map(({ behind }) => behind), ...lines.flatMap(({ behind, cells }) => [behind, ...cells])].flatMap(
    (figure) => (figure === undefined ? [] : sumsIn(figure)),
  );

const sumsIn = (figure: Figure): readonly Sum[] => ('sum' in figure ? [figure.sum] : partsOf(figure).flatMap(sumsIn));

const partsOf = (figure: Exclude<Figure, { sum: Sum }>): readonly Figure[] =>
  'plus' in figure ? figure.plus : 'minus' in figure ? figure.minus : figure.ratio;
