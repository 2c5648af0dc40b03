import { paths } from '#wire/paths.ts';
import { ConsolidatedAnswer } from '#wire/shapes.ts';
import { roundId } from '#core/ids.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import type { RevisionHead } from '../store/revisions.ts';
import type { App, Given } from './app.ts';
import { AsAt, momentOf } from './as-at.ts';
import { asAsked } from './as-asked.ts';
import { wireContent, wireRound } from './as-wire.ts';
import { RoundPlace } from './places.ts';
import { refuse } from './problems.ts';
import { mayRun } from './rights.ts';
import { roundThen } from './round-then.ts';
import { signedIn } from './signed-in.ts';
import { wireTotal } from './tally.ts';
import { totalOf } from './total-of.ts';
import { withoutRows } from './without-rows.ts';

/** Every enlisted owner of a round, with the revision that counts where there is one. */
export const consolidatedRoutes = (app: App, given: Given): void => {
  const { store, world, instruments } = given;
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
      const seen = await store.read(async (records) => {
        const then = await roundThen(records, instruments, id, before);
        return then && { then, counting: await records.revisions.accepted(id, before) };
      });
      if (!seen) return refuse(reply, 'not-found');
      const { then, counting } = seen;
      const { round, instrument, circumstances, enlisted, returned } = then;
      const { schools } = circumstances;
      const asked = ({ instrument: from }: RevisionHead, content: ReturnContent) =>
        wireContent(asAsked(instruments, instrument, { instrument: from, content }));
      const total = withoutRows(round) && (await totalOf(given, then, before));
      if (total && !total.ok) return refuse(reply, total.failure.code, total.failure.details);
      const owners = then.owners.map(({ owner, name, state }) => {
        const accepted = counting.get(owner);
        return {
          ...{ owner, name, state },
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
      return {
        round: wireRound(round, now),
        at,
        enlisted,
        returned,
        accepted: owners.filter((line) => 'accepted' in line).length,
        owners,
        ...(total ? { tally: wireTotal(total.value).tally } : {}),
        ...(schools ? { schools: schools.map(({ id: owner, name }) => ({ owner, name })) } : {}),
      };
    },
  );
};
