import { type Choice, fixedRows, groupsOf, type Instrument, type Measure } from '../instrument/instrument.ts';
import type { ReturnContent } from '../returns/content.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import { offerOf, rowsInHand } from '../rules/row-in-hand.ts';
import { addByKey } from './add-by-key.ts';

export type Distribution = Extract<Measure, { kind: 'distribution' }>;

/**
 * How many rows of each group chose each choice, by group id and choice code. Only counts, so that tallies of several
 * returns add up; a mean is worked out of them when it is wanted.
 */
export interface DistributionTally {
  readonly groups: Readonly<Record<string, GroupTally>>;
}

export interface GroupTally {
  /** Rows asked, answered or not. */
  readonly rows: number;
  /** Rows that chose each choice; a code nobody chose may be absent. */
  readonly chosen: Readonly<Record<string, number>>;
}

/** One return's tally. Cells that are blank or not understood count nowhere but in `rows`. */
export const tallyDistribution = (
  instrument: Pick<Instrument, 'fields' | 'rows'>,
  measure: Distribution,
  circumstances: Circumstances,
  content: Pick<ReturnContent, 'rows'>,
): DistributionTally => {
  const answers = rowsInHand(instrument, content.rows, offerOf(instrument, circumstances));
  const choiceOf = new Map(answers.map((row) => [row.key, row.choice(measure.field)?.code]));
  const groups = groupsOf(instrument).map(({ id }) => {
    const keys = fixedRows(instrument).filter(({ group }) => group === id).map(({ key }) => key);
    const codes = keys.map((key) => choiceOf.get(key)).filter((code) => code !== undefined);
    return [id, { rows: keys.length, chosen: counted(codes) }] as const;
  });
  return { groups: Object.fromEntries(groups) };
};

const counted = (codes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

/** The tally of two sets of returns together; in any order and grouping the same. */
export const addDistributions = (a: DistributionTally, b: DistributionTally): DistributionTally => ({
  groups: addByKey(a.groups, b.groups, addGroups),
});

/** Two groups, or all groups of one tally, together. */
export const addGroups = (a: GroupTally, b: GroupTally): GroupTally => ({
  rows: a.rows + b.rows,
  chosen: addByKey(a.chosen, b.chosen, (x, y) => x + y),
});

/** Rows of a group that made any choice. */
export const answeredIn = ({ chosen }: GroupTally): number =>
  Object.values(chosen).reduce((sum, count) => sum + count, 0);

/** The mean of the values chosen; choices without a value do not enter. `undefined` when there is none. */
export const meanOf = ({ chosen }: GroupTally, choices: readonly Choice[]): number | undefined => {
  const valued = choices.flatMap(({ code, value }) => (value === undefined ? [] : [{ value, n: chosen[code] ?? 0 }]));
  const n = valued.reduce((sum, part) => sum + part.n, 0);
  return n === 0 ? undefined : valued.reduce((sum, part) => sum + part.n * part.value, 0) / n;
};
