import type { Instant, RoundId } from '../ids.ts';

/** A round opens one instrument version for a time, or without end when `closes` is absent. */
export interface Round {
  readonly id: RoundId;
  readonly title: string;
  /** `pupil-counts@1`. */
  readonly instrument: string;
  /** `200809`: September 2008 to August 2009. */
  readonly academicYear: string;
  readonly opens: Instant;
  readonly closes?: Instant;
  /** What leaves the school: every row, or tallies only. Every row where it is not said. */
  readonly detail?: 'pupil' | 'tally';
  /** The year groups expected, in their order; none, or absent, when it does not matter. */
  readonly yearGroups?: readonly number[];
}
