import type { Measure } from '../instrument/instrument.ts';
import type { RowInHand } from '../rules/row-in-hand.ts';

export type Finding = Extract<Measure, { kind: 'finding' }>;

/** A barrier shows in a return where what decides is at most this. */
export const barrierAtMost = 2;
/** A positive indicator shows in a return where what decides is at least this. */
export const indicatorAtLeast = 3;

/** What one return says about a finding. */
export interface FindingInReturn {
  /** Among the valued choices made on the finding's rows, see `deciding`; absent when none is answered with one. */
  readonly decides?: number;
  /** Absent when it cannot be told. */
  readonly shows?: boolean;
}

/** Choices without a value ("Does not apply") are no answer here: such a return is not in the base. */
export const findingInReturn = (finding: Finding, rows: readonly RowInHand[]): FindingInReturn => {
  const decides = deciding(
    finding,
    rows.filter(({ key }) => finding.rows.includes(key)).flatMap((row) => row.choice(finding.field)?.value ?? []),
  );
  return decides === undefined ? {} : { decides, shows: showsAt(finding, decides) };
};

/** Which of a return's answers decides about a finding. */
export type Decider = 'median' | 'lowest' | 'highest';

/** A barrier is low and an indicator high: any is so where the furthest is, all are where the nearest is. */
export const deciderOf = ({ direction, countedBy = 'median' }: Pick<Finding, 'direction' | 'countedBy'>): Decider =>
  countedBy === 'median' ? 'median' : (direction === 'barrier') === (countedBy === 'any') ? 'lowest' : 'highest';

/** The value that decides about a finding; `undefined` of nothing. */
export const deciding = (
  finding: Pick<Finding, 'direction' | 'countedBy'>,
  values: readonly number[],
): number | undefined => {
  if (values.length === 0) return undefined;
  const decider = deciderOf(finding);
  return decider === 'median' ? medianOf(values) : decider === 'lowest' ? Math.min(...values) : Math.max(...values);
};

/** The same decision in a sheet: a formula for the value that decides among some cells, "" where they are blank. */
export const decidingFormula = (finding: Pick<Finding, 'direction' | 'countedBy'>, cells: string): string =>
  `IF(COUNT(${cells})=0,"",${deciderFunctions[deciderOf(finding)]}(${cells}))`;

const deciderFunctions: Readonly<Record<Decider, string>> = { median: 'MEDIAN', lowest: 'MIN', highest: 'MAX' };

/** Whether the value that decides makes a return count for a finding. */
const showsAt = ({ direction }: Pick<Finding, 'direction'>, decides: number): boolean =>
  direction === 'barrier' ? decides <= barrierAtMost : decides >= indicatorAtLeast;

/** The middle value, or the mean of the two middle ones; `undefined` of nothing. */
export const medianOf = (values: readonly number[]): number | undefined => {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
};
