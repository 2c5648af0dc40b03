import type { OwnerId } from '../ids.ts';
import type { Tally } from './tally.ts';

/** Which revision of each owner is meant. */
export type Counted = ReadonlyMap<OwnerId, number>;

/** One revision of a round. */
export interface CountedRevision {
  readonly owner: OwnerId;
  readonly revision: number;
}

/** A sum of tallies that says of which revisions: its watermark. It may be behind, it is never wrong. */
export interface Total {
  readonly tally: Tally;
  readonly counted: Counted;
  /**
   * Whether it was added up of whole numbers alone: only then is what is taken out of it gone without a trace. The sum
   * does not show it: 1 and a very small fraction come to 1.
   */
  readonly whole: boolean;
}

/** Whether the sums of a tally are whole numbers that can be told from the next. */
export const isWhole = ({ sums }: Pick<Tally, 'sums'>): boolean => sums.every(Number.isSafeInteger);

/** Revisions one by one, in the order of their owners' ids, so that whatever is added up is added in one order. */
export const inOrder = (counted: Counted): readonly CountedRevision[] =>
  [...counted]
    .map(([owner, revision]) => ({ owner, revision }))
    .sort((one, other) => (one.owner < other.owner ? -1 : one.owner > other.owner ? 1 : 0));

/** What goes out of a sum and what comes in. */
export interface Change {
  readonly out: readonly CountedRevision[];
  readonly into: readonly CountedRevision[];
}

/** How a sum of these revisions becomes one of those. */
export const changeBetween = (these: Counted, those: Counted): Change => {
  const missing = (from: Counted, within: Counted) =>
    inOrder(new Map([...from].filter(([owner, revision]) => within.get(owner) !== revision)));
  return { out: missing(these, those), into: missing(those, these) };
};

/**
 * The tally of a total without some that are in it and with others; `undefined` where that would not come to what adding
 * up anew does. Whole numbers do; of fractions the last digits hang on the order.
 */
export const afterChange = (
  { tally, whole }: Pick<Total, 'tally' | 'whole'>,
  out: readonly Tally[],
  into: readonly Tally[],
): Tally | undefined => {
  if (!whole || ![tally, ...out, ...into].every(isWhole)) return undefined;
  const sums = [...tally.sums];
  for (const [tallies, sign] of [
    [out, -1],
    [into, 1],
  ] as const) {
    for (const one of tallies) {
      one.sums.forEach((value, at) => (sums[at] = (sums[at] ?? 0) + sign * value));
      if (!isWhole({ sums })) return undefined;
    }
  }
  return { ...tally, returns: tally.returns - out.length + into.length, sums };
};
