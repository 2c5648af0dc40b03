import { comparesWithEarlier, type EarlierCounts, earlierCountsOf } from '#core/consolidation/earlier-counts.ts';
import { roundId, type Instant } from '#core/ids.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { tallierOf } from '#core/measures/tally.ts';
import { ok } from '#core/result.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { WireRound } from '#wire/shapes.ts';
import { circumstancesOf } from './circumstances-of.ts';
import type { ApiFailure } from '../api/collection-api.ts';
import type { Desk } from './desk.ts';
import { fromApi, type FlowResult } from './flow-result.ts';
import { roundOf } from './round-of.ts';

/**
 * The round to compare a round with at an instant: the last one before it, by academic year, that asks the same version of
 * the same instrument and had closed by then; `undefined` where there is none.
 */
export const roundBefore = (rounds: readonly WireRound[], round: WireRound, at: Instant): WireRound | undefined =>
  rounds
    .filter(
      ({ instrument, academicYear, closes }) =>
        instrument === round.instrument &&
        academicYear < round.academicYear &&
        closes !== undefined &&
        Date.parse(closes) <= Date.parse(at),
    )
    .sort((a, b) => (a.academicYear + a.opens < b.academicYear + b.opens ? 1 : -1))[0];

/**
 * What the round before came to at an instant, where the instrument has findings that are compared with it; `asAt` is the
 * day in the past that was over then. There is none either where it is not known any more, the round being purged since.
 */
export const countsBefore = async (
  desk: Desk,
  instrument: Instrument,
  round: WireRound,
  { at, asAt, schools }: { at: Instant; asAt: string | undefined; schools: Circumstances['schools'] },
): Promise<FlowResult<EarlierCounts | undefined>> => {
  if (!comparesWithEarlier(instrument)) return ok(undefined);
  const rounds = fromApi(await desk.api.rounds());
  if (!rounds.ok) return rounds;
  const before = roundBefore(rounds.value, round, at);
  if (before === undefined) return ok(undefined);
  const answer = fromApi(await desk.api.tally(roundId(before.id), { 'as-at': asAt }));
  if (!answer.ok && answer.failure.kind === 'api' && isPurged(answer.failure.failure)) return ok(undefined);
  if (!answer.ok) return answer;
  const circumstances = {
    ...circumstancesOf(desk, instrument, roundOf(before)),
    ...(schools === undefined ? {} : { schools }),
  };
  const tallier = tallierOf(instrument, circumstances);
  return ok(earlierCountsOf(before.title, instrument, tallier, answer.value.tally));
};

const isPurged = (failure: ApiFailure): boolean => failure.kind === 'problem' && failure.problem.code === 'purged';
