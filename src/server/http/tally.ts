import type { Instant } from '#core/ids.ts';
import { roundId } from '#core/ids.ts';
import { addTallies, tallierOf, type Tally, type Tallier } from '#core/measures/tally.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { paths } from '#wire/paths.ts';
import { TallyAnswer } from '#wire/shapes.ts';
import type { KeptTotal } from '../store/retention.ts';
import type { RoundRecord } from '../store/rounds.ts';
import type { Records } from '../store/store.ts';
import type { CountingTally } from '../store/tallies.ts';
import type { App, Given } from './app.ts';
import { AsAt, momentOf } from './as-at.ts';
import { asAsked } from './as-asked.ts';
import { circumstancesOfTally } from './circumstances-of.ts';
import { instrumentOf, RoundPlace, type OpenedRound } from './places.ts';
import { refuse, type Refusal } from './problems.ts';
import { mayRun } from './rights.ts';
import { signedIn } from './signed-in.ts';

/** What all accepted returns of a round add up to. */
export const tallyRoutes = (app: App, { store, world, instruments }: Given): void => {
  app.get(
    paths.tally(':round'),
    {
      schema: {
        summary: 'The sum of all accepted returns',
        params: RoundPlace,
        querystring: AsAt,
        response: { 200: TallyAnswer },
      },
    },
    async (request, reply) => {
      if (!mayRun(signedIn(request))) return refuse(reply, 'not-yours');
      const moment = momentOf(request.query, world.now());
      if (!moment.ok) return refuse(reply, moment.failure.code, moment.failure.details);
      const { at, before } = moment.value;
      const id = roundId(request.params.round);
      const outcome = await store.read(async (records): Promise<Result<TallyAnswer, Refusal>> => {
        const round = await records.rounds.one(id);
        if (!round) return failed({ code: 'not-found' });
        const total = await totalOfRound(records, instruments, round, before);
        return total.ok ? ok({ at, ...wireTotal(total.value) }) : total;
      });
      return outcome.ok ? outcome.value : refuse(reply, outcome.failure.code, outcome.failure.details);
    },
  );
};

export const wireTotal = ({ tally, leftOut }: KeptTotal): Pick<TallyAnswer, 'tally' | 'leftOut'> => ({
  tally: { ...tally, sums: [...tally.sums] },
  leftOut,
});

/**
 * The total of a round, as things are or were before an instant. Of a round that is purged it is what it was then; what
 * its returns were before is not known any more where their tallies went too.
 */
export const totalOfRound = async (
  records: Records,
  instruments: Given['instruments'],
  round: RoundRecord,
  before?: Instant,
): Promise<Result<KeptTotal, Refusal>> => {
  if (round.purged !== undefined && (before === undefined || before > round.purged)) {
    const kept = await records.retention.total(round.id);
    if (kept) return ok(kept);
  }
  if (round.purged !== undefined && round.keepTallies === 'sum') return failed({ code: 'purged' });
  const instrument = instrumentOf(round, instruments);
  const tallier = tallierOf(instrument, await circumstancesOfTally(records, instruments, { round, instrument }));
  let [sum, leftOut] = [tallier.nothing, 0];
  for (const one of await talliesOfRound(records, instruments, { round, instrument, tallier }, before)) {
    const added = one.tally && addTallies(sum, one.tally);
    if (added?.ok) sum = added.value;
    else leftOut += 1;
  }
  return ok({ tally: sum, leftOut });
};

/**
 * The tallies of the revisions that count. One that was not kept, or was made by another definition or in other
 * circumstances, is made again from its rows; where there are none, there is no tally.
 */
export const talliesOfRound = async (
  records: Records,
  instruments: Given['instruments'],
  { round, instrument, tallier }: OpenedRound & { readonly tallier: Tallier },
  before?: Instant,
): Promise<readonly (CountingTally & { readonly tally: Tally | undefined })[]> => {
  const anew = async ({ owner, revision }: CountingTally): Promise<Tally | undefined> => {
    const found = await records.revisions.one(round.id, owner, revision);
    return found?.content && tallier.of(asAsked(instruments, instrument, { ...found, content: found.content }));
  };
  const all = [];
  for (const one of await records.tallies.accepted(round.id, before)) {
    const tally =
      one.kept?.definition === tallier.nothing.definition
        ? { ...tallier.nothing, returns: 1, sums: one.kept.sums }
        : await anew(one);
    all.push({ ...one, tally });
  }
  return all;
};
