import type { Cell } from '../cell.ts';
import type { Instrument } from '../instrument/instrument.ts';
import {
  figuresAt,
  isBehind,
  partsOf,
  type FigurePart,
  type FigurePlaces,
  type PlacedFigure,
} from '../measures/behind.ts';
import { compileMeasures } from '../measures/compile.ts';
import type { Tally, Tallier } from '../measures/tally.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import { sheetWords } from '../sheet/sheet-words.ts';
import type { ConsolidatedReturns } from './consolidated-returns.ts';
import { masterWords } from './master-words.ts';

type Line = readonly Cell[];

/** How the figures of a round are worked out. */
export interface Figured {
  readonly instrument: Instrument;
  readonly circumstances: Circumstances;
  readonly tallier: Pick<Tallier, 'sums'>;
}

const placeHeadings = masterWords.figurePlace;
const partHeadings = [masterWords.figure, ...masterWords.terms];

/**
 * What all that counts comes to, a line for each figure of each measure: where it stands, what it is and what it is worked out
 * of. A figure whose base is 0 is blank.
 */
export const totalsTable = (
  figured: Figured,
  tally: Tally,
  { enlisted, returned }: Pick<ConsolidatedReturns, 'enlisted' | 'returned'>,
): { readonly headings: readonly string[]; readonly lines: readonly Line[] } => ({
  headings: [...placeHeadings, ...partHeadings],
  lines: [
    ...(
      [
        [sheetWords.enlisted, enlisted],
        [sheetWords.returned, returned],
        [sheetWords.accepted, tally.returns],
      ] as const
    ).map(([what, number]) => [
      ...[null, null, null, what, null, null, 'count'],
      ...partCells({ value: number, terms: [number] }),
    ]),
    ...figuresIn(figured, {}).map(({ placed, part }) => [...placeCells(placed), ...partCells(part(tally.sums))]),
  ],
});

/** The returns behind figures: what a return gives to each of them. */
export interface BehindTable {
  readonly headings: readonly string[];
  /** How many figures are asked about. */
  readonly figures: number;
  /** The lines that a return adds, made one return after the other: one for each figure that it gives something to. */
  linesOf(one: {
    readonly owner: string;
    readonly name: string;
    readonly revision: number;
    readonly tally: Pick<Tally, 'sums'>;
  }): readonly Line[];
}

/** A line for each figure that is meant and each return that gives something to it, with what it gives. */
export const behindTable = (figured: Figured, meant: FigurePlaces): BehindTable => {
  const figures = figuresIn(figured, meant).map(({ placed, part }) => ({ cells: placeCells(placed), part }));
  const { owner, name, revision } = sheetWords;
  return {
    headings: [...placeHeadings, owner, name, revision, ...partHeadings],
    figures: figures.length,
    linesOf: ({ owner: id, name: called, revision: number, tally }) =>
      figures.flatMap(({ cells, part }) => {
        const its = part(tally.sums);
        return isBehind(its) ? [[...cells, id, called, number, ...partCells(its)]] : [];
      }),
  };
};

const figuresIn = ({ instrument, circumstances, tallier }: Figured, meant: FigurePlaces) => {
  const part = partsOf(tallier.sums);
  return figuresAt(compileMeasures(instrument, circumstances), meant).map((placed) => ({
    placed,
    part: part(placed.figure),
  }));
};

const placeCells = ({ measure, lineNumber, columnNumber, title, line, column, unit }: PlacedFigure): Line => [
  ...[measure, lineNumber, columnNumber, title, line, column, unit],
];

const partCells = ({ value, terms }: FigurePart): Line => [
  value ?? null,
  ...masterWords.terms.map((_, at) => terms[at] ?? null),
];
