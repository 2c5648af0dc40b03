import type { Measure } from '../instrument/instrument.ts';
import type { RowInHand } from '../rules/row-in-hand.ts';

export type Finding = Extract<Measure, { kind: 'finding' }>;

/** A barrier shows in a return whose median is at most this. */
export const barrierAtMost = 2;
/** A positive indicator shows in a return whose median is at least this. */
export const indicatorAtLeast = 3;

/** What one return says about a finding. */
export interface FindingInReturn {
  /** Of the valued choices made on the finding's rows; absent when none of them is answered with one. */
  readonly median?: number;
  /** Absent when it cannot be told. */
  readonly shows?: boolean;
}

/** Choices without a value ("Does not apply") are no answer here: such a return is not in the base. */
export const findingInReturn = (finding: Finding, rows: readonly RowInHand[]): FindingInReturn => {
  const median = medianOf(
    rows.filter(({ key }) => finding.rows.includes(key)).flatMap((row) => row.choice(finding.field)?.value ?? []),
  );
  return median === undefined ? {} : { median, shows: showsAt(finding, median) };
};

/** Whether a median makes a return count for a finding. */
export const showsAt = ({ direction }: Pick<Finding, 'direction'>, median: number): boolean =>
  direction === 'barrier' ? median <= barrierAtMost : median >= indicatorAtLeast;

/** The middle value, or the mean of the two middle ones; `undefined` of nothing. */
export const medianOf = (values: readonly number[]): number | undefined => {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
};
