import { comparesWithEarlier, type EarlierCounts, earlierCountsOf } from '#core/consolidation/earlier-counts.ts';
import { roundId } from '#core/ids.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { tallierOf } from '#core/measures/tally.ts';
import { ok } from '#core/result.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { WireRound } from '#wire/shapes.ts';
import { circumstancesOf } from './circumstances-of.ts';
import type { Desk } from './desk.ts';
import { fromApi, type FlowResult } from './flow-result.ts';
import { roundOf } from './round-of.ts';

/**
 * The round to compare a round with: the last one before it, by academic year, that asks the same version of the same
 * instrument and is not open any more; `undefined` where there is none.
 */
export const roundBefore = (rounds: readonly WireRound[], round: WireRound): WireRound | undefined =>
  rounds
    .filter(
      ({ instrument, academicYear, open }) =>
        instrument === round.instrument && academicYear < round.academicYear && !open,
    )
    .sort((a, b) => (a.academicYear + a.opens < b.academicYear + b.opens ? 1 : -1))[0];

/** What the round before came to, where the instrument has findings that are compared with it. */
export const countsBefore = async (
  desk: Desk,
  instrument: Instrument,
  round: WireRound,
  schools: Circumstances['schools'],
): Promise<FlowResult<EarlierCounts | undefined>> => {
  if (!comparesWithEarlier(instrument)) return ok(undefined);
  const rounds = fromApi(await desk.api.rounds());
  if (!rounds.ok) return rounds;
  const before = roundBefore(rounds.value, round);
  if (before === undefined) return ok(undefined);
  const answer = fromApi(await desk.api.tally(roundId(before.id)));
  if (!answer.ok) return answer;
  const circumstances = {
    ...circumstancesOf(desk, instrument, roundOf(before)),
    ...(schools === undefined ? {} : { schools }),
  };
  const tallier = tallierOf(instrument, circumstances);
  return ok(earlierCountsOf(before.title, instrument, tallier, answer.value.tally));
};
