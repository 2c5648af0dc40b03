import { paths } from '#wire/paths.ts';
import { ConsolidatedAnswer } from '#wire/shapes.ts';
import { roundId } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { isReturned } from '#core/returns/states.ts';
import type { RevisionHead } from '../store/revisions.ts';
import type { App, Given } from './app.ts';
import { AsAt, momentOf } from './as-at.ts';
import { asAsked } from './as-asked.ts';
import { wireContent, wireRound } from './as-wire.ts';
import { circumstancesOfTally } from './circumstances-of.ts';
import { instrumentOf, RoundPlace } from './places.ts';
import { refuse, type Refusal } from './problems.ts';
import { mayRun } from './rights.ts';
import { signedIn } from './signed-in.ts';
import { totalOfRound, wireTotal } from './tally.ts';
import { withoutRows } from './without-rows.ts';

/** Every enlisted owner of a round, with the revision that counts where there is one. */
export const consolidatedRoutes = (app: App, { store, world, instruments }: Given): void => {
  app.get(
    paths.consolidated(':round'),
    {
      schema: {
        summary: 'Every accepted return',
        params: RoundPlace,
        querystring: AsAt,
        response: { 200: ConsolidatedAnswer },
      },
    },
    async (request, reply) => {
      if (!mayRun(signedIn(request))) return refuse(reply, 'not-yours');
      const id = roundId(request.params.round);
      const now = world.now();
      const moment = momentOf(request.query, now);
      if (!moment.ok) return refuse(reply, moment.failure.code, moment.failure.details);
      const { at, before } = moment.value;
      const outcome = await store.read(async (open): Promise<Result<ConsolidatedAnswer, Refusal>> => {
        const { rounds, people, returns, revisions } = open;
        const round = await rounds.one(id);
        if (!round) return failed({ code: 'not-found' });
        const instrument = instrumentOf(round, instruments);
        const owners = (await people.enlisted()).filter(({ kind }) => kind === instrument.owner);
        const { schools } = await circumstancesOfTally(open, instruments, { round, instrument });
        const records = new Map((await returns.ofRound(id, before)).map((record) => [record.owner, record]));
        const counting = await revisions.accepted(id, before);
        const asked = ({ instrument: from }: RevisionHead, content: ReturnContent) =>
          wireContent(asAsked(instruments, instrument, { instrument: from, content }));
        const total = withoutRows(round) && (await totalOfRound(open, instruments, round, before));
        if (total && !total.ok) return total;
        const lines = owners.map(({ owner, name }) => {
          const accepted = counting.get(owner);
          return {
            owner,
            name,
            state: records.get(owner)?.state ?? ('not-started' as const),
            ...(accepted
              ? {
                  accepted: {
                    revision: accepted.number,
                    receipt: accepted.receipt,
                    ...(accepted.content ? { content: asked(accepted, accepted.content) } : {}),
                  },
                }
              : {}),
          };
        });
        return ok({
          round: wireRound(round, now),
          at,
          enlisted: lines.length,
          returned: lines.filter(({ state }) => isReturned(state)).length,
          accepted: lines.filter((line) => 'accepted' in line).length,
          owners: lines,
          ...(total ? { tally: wireTotal(total.value).tally } : {}),
          ...(schools ? { schools: schools.map(({ id: owner, name }) => ({ owner, name })) } : {}),
        });
      });
      return outcome.ok ? outcome.value : refuse(reply, outcome.failure.code, outcome.failure.details);
    },
  );
};
