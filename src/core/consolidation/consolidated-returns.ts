import type { Instant, OwnerId } from '../ids.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Tally } from '../measures/tally.ts';
import type { Circumstances } from '../returns/circumstances.ts';
import type { ReturnContent } from '../returns/content.ts';
import type { Round } from '../returns/round.ts';
import type { ReturnState } from '../returns/states.ts';
import type { EarlierCounts } from './earlier-counts.ts';

/** Every enlisted owner of a round with the return that counts, as at an instant. */
export interface ConsolidatedReturns {
  readonly instrument: Instrument;
  readonly round: Round;
  /** What else decides how the returns are read: what fields offer; what the round says, when not given. */
  readonly circumstances?: Circumstances;
  readonly at: Instant;
  /** The day in the past that was over at that instant, such as `2009-06-30`; absent where it is the present. */
  readonly asAt?: string;
  /** Owners in the round; owners that have submitted and not withdrawn. */
  readonly enlisted: number;
  readonly returned: number;
  readonly owners: readonly ConsolidatedOwner[];
  /** What the returns that count add up to, where there are no rows to work it out of. */
  readonly tally?: Tally;
  /** With what findings are compared that are said to increase; absent where there is no earlier round. */
  readonly earlier?: EarlierCounts;
  /** How many rows there are, where they are too many for a sheet and the tally stands in their place. */
  readonly tooManyRows?: number;
}

export interface ConsolidatedOwner {
  readonly owner: OwnerId;
  readonly name: string;
  readonly state: ReturnState;
  /** The revision that counts; absent where none is accepted. */
  readonly accepted?: AcceptedRevision | undefined;
}

export interface AcceptedRevision {
  readonly revision: number;
  /** Number of the receipt. */
  readonly receipt: string;
  /** Absent where tallies alone came in, or the round was purged. */
  readonly content?: ReturnContent;
}
