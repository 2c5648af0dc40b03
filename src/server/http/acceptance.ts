import { failed, ok, type Result } from '#core/result.ts';
import { nextState } from '#core/returns/states.ts';
import { paths } from '#wire/paths.ts';
import { AcceptRequest, WireReturnLine } from '#wire/shapes.ts';
import type { App, Given } from './app.ts';
import { wireLine } from './as-wire.ts';
import { idsOf, ReturnPlace, returnPlace } from './places.ts';
import { refuse, type Refusal } from './problems.ts';
import { reviewing } from './rights.ts';
import { signedIn } from './signed-in.ts';

/** Accepting: the revision that the reviewer has read counts from now on, until a later one is accepted. */
export const acceptanceRoutes = (app: App, { store, instruments }: Given): void => {
  app.put(
    paths.acceptance(':round', ':owner'),
    {
      schema: {
        summary: 'Accept the latest revision',
        params: ReturnPlace,
        body: AcceptRequest,
        response: { 200: WireReturnLine },
      },
    },
    async (request, reply) => {
      const person = signedIn(request);
      const ids = idsOf(request.params);
      const as = reviewing(person, ids.owner);
      if (!as) return refuse(reply, 'not-yours');
      const { revision } = request.body;
      const outcome = await store.write(async (records): Promise<Result<WireReturnLine, Refusal>> => {
        const place = await returnPlace(records, instruments, ids);
        if (!place) return failed({ code: 'not-found' });
        const record = await records.returns.one(ids.round, ids.owner);
        if (!record || record.latest !== revision) return failed({ code: 'state' });
        const open = (await records.questions.ofReturn(ids.round, ids.owner)).filter(
          ({ settled }) => !settled,
        ).length;
        if (record.state === 'accepted') return ok(wireLine(place.round, place.owner, record, open));
        const state = nextState(record.state, 'accept', as);
        if (!state) return failed({ code: 'state' });
        const accepted = { ...record, state, accepted: revision };
        await records.returns.put(accepted);
        return ok(wireLine(place.round, place.owner, accepted, open));
      });
      return outcome.ok ? outcome.value : refuse(reply, outcome.failure.code, outcome.failure.details);
    },
  );
};
