import { roundId } from '#core/ids.ts';
import { paths } from '#wire/paths.ts';
import { TallyAnswer } from '#wire/shapes.ts';
import type { KeptTotal } from '../store/retention.ts';
import type { App, Given } from './app.ts';
import { AsAt, momentOf } from './as-at.ts';
import { countingIn } from './counting.ts';
import { RoundPlace } from './places.ts';
import { refuse } from './problems.ts';
import { mayRun } from './rights.ts';
import { signedIn } from './signed-in.ts';
import { totalOf } from './total-of.ts';

/** What all accepted returns of a round add up to. */
export const tallyRoutes = (app: App, given: Given): void => {
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
      const moment = momentOf(request.query, given.world.now());
      if (!moment.ok) return refuse(reply, moment.failure.code, moment.failure.details);
      const { at, before } = moment.value;
      const id = roundId(request.params.round);
      const counting = await given.store.read((records) => countingIn(records, given.instruments, id, before));
      if (!counting) return refuse(reply, 'not-found');
      const total = await totalOf(given, counting, before);
      return total.ok ? { at, ...wireTotal(total.value) } : refuse(reply, total.failure.code, total.failure.details);
    },
  );
};

export const wireTotal = ({ tally, leftOut }: KeptTotal): Pick<TallyAnswer, 'tally' | 'leftOut'> => ({
  tally: { ...tally, sums: [...tally.sums] },
  leftOut,
});
