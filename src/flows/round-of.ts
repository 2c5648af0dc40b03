import { roundId } from '#core/ids.ts';
import type { Round } from '#core/returns/round.ts';
import type { WireRound } from '#wire/shapes.ts';

/** A round as the server tells it, without what only holds at the moment of asking. */
export const roundOf = ({
  id,
  title,
  instrument,
  academicYear,
  opens,
  closes,
  detail,
  yearGroups,
}: WireRound): Round => ({
  id: roundId(id),
  title,
  instrument,
  academicYear,
  opens,
  ...(closes === undefined ? {} : { closes }),
  ...(detail === 'tally' ? { detail } : {}),
  ...(yearGroups.length === 0 ? {} : { yearGroups }),
});

/** Whether the server has rows of a round to give: not where it takes tallies only, nor once it is purged. */
export const hasRows = ({ detail, purged }: Pick<WireRound, 'detail' | 'purged'>): boolean =>
  detail === 'pupil' && purged === undefined;

/** Whether it is known which return gives what: not once a round is purged of which only what all add up to was kept. */
export const knowsEachReturn = ({ purged, keepTallies }: Pick<WireRound, 'purged' | 'keepTallies'>): boolean =>
  purged === undefined || keepTallies !== 'sum';
