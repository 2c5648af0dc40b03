import type { Instant } from '../ids.ts';

/** How a submission would be taken: as usual, only with a reason for being late, or not at all. */
export type Taking = 'open' | 'late' | 'closed';

/**
 * How a round takes a return at an instant; `open` says whether its time has come and has not gone. A return that was
 * reopened is taken whenever it comes.
 */
export const takingOf = (
  round: { readonly open: boolean; readonly opens: Instant; readonly late: boolean },
  { reopened }: { readonly reopened: boolean },
  now: Instant,
): Taking => {
  if (round.open || reopened) return 'open';
  return round.late && Date.parse(round.opens) <= Date.parse(now) ? 'late' : 'closed';
};
