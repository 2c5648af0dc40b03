import { fixedRows, type Instrument, instrumentRef } from '../instrument/instrument.ts';
import { failed, ok, type Result } from '../result.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import type { ReturnContent } from '../returns/content.ts';
import { offerOf, onceInHand, type RowInHand, rowsInHand } from '../rules/row-in-hand.ts';
import { findingInReturn } from './finding.ts';
import { type Measured, measuredOf } from './measured.ts';
import type { Sum } from './sums.ts';
import { sumsInRows, type RowSum } from './sums-in-rows.ts';
import { sumsOf } from './sums-of.ts';
import { tallyHash } from './tally-hash.ts';

/** What returns add up to. Only sums: the tally of a programme is the sum of its schools', in any order. */
export interface Tally {
  /** `pupil-counts@1`. */
  readonly instrument: string;
  /** What the sums were made by: the definition, in its circumstances. See `tally-hash.ts`; only such of one add up. */
  readonly definition: string;
  /** Returns in it. */
  readonly returns: number;
  /** In the order of `sumsOf`. */
  readonly sums: readonly number[];
}

/** Why two tallies do not add up: they count different things, or were made where different choices were offered. */
export interface OtherDefinition {
  readonly kind: 'other-definition';
  readonly definitions: readonly [string, string];
}

/** How the returns of a round are tallied: what is the same for all of them is worked out once. */
export interface Tallier {
  /** What is summed, in the order of a tally's sums. */
  readonly sums: readonly Sum[];
  /** No return at all. */
  readonly nothing: Tally;
  of(content: Pick<ReturnContent, 'rows'>): Tally;
}

export const tallierOf = (instrument: Instrument, circumstances: Circumstances): Tallier => {
  const measured = measuredOf(instrument, circumstances);
  const sums = sumsOf(instrument, circumstances);
  const offer = offerOf(instrument, circumstances);
  const common = { instrument: instrumentRef(instrument), definition: tallyHash(instrument, circumstances, sums) };
  return {
    sums,
    nothing: { ...common, returns: 0, sums: sums.map(() => 0) },
    of: ({ rows }) => {
      const answers = rowsInHand(instrument, rows, offer);
      return { ...common, returns: 1, sums: valuesOf(sums, measured, answers, onceInHand(instrument, rows, offer)) };
    },
  };
};

/** The tally of one return. Whoever tallies many takes a `tallierOf` for all of them. */
export const tallyOf = (
  instrument: Instrument,
  circumstances: Circumstances,
  content: Pick<ReturnContent, 'rows'>,
): Tally => tallierOf(instrument, circumstances).of(content);

/** Two tallies together; associative and commutative, with a tallier's `nothing` as nothing. */
export const addTallies = (a: Tally, b: Tally): Result<Tally, OtherDefinition> =>
  a.definition !== b.definition
    ? failed({ kind: 'other-definition', definitions: [a.definition, b.definition] })
    : ok({ ...a, returns: a.returns + b.returns, sums: a.sums.map((sum, at) => sum + (b.sums[at] ?? 0)) });

const valuesOf = (
  sums: readonly Sum[],
  measured: Measured,
  rows: readonly RowInHand[],
  once: RowInHand,
): readonly number[] => {
  const ofRows = sums.filter((sum): sum is RowSum => 'criteria' in sum);
  const counted = new Map<Sum, number>(
    sumsInRows(ofRows, measured, rows, once).map((value, at) => [ofRows[at] as Sum, value]),
  );
  return sums.map((sum) => counted.get(sum) ?? otherSum(sum, measured, rows, once));
};

const otherSum = (sum: Sum, { instrument }: Measured, rows: readonly RowInHand[], once: RowInHand): number => {
  switch (sum.kind) {
    case 'asked':
      return fixedRows(instrument).filter(({ group }) => sum.group === undefined || group === sum.group).length;
    case 'once':
      return once.meaning(sum.field).number ?? 0;
    case 'given':
      return sum.fields.some((field) => once.meaning(field).number !== undefined) ? 1 : 0;
    case 'told':
    case 'shows': {
      const finding = instrument.measures.find(({ id }) => id === sum.finding);
      if (finding?.kind !== 'finding') return 0;
      const { shows } = findingInReturn(finding, rows);
      return shows === undefined ? 0 : sum.kind === 'told' || shows ? 1 : 0;
    }
    default:
      return 0;
  }
};
