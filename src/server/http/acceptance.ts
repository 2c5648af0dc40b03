import { ownerId, roundId } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { AcceptancesAnswer, AcceptancesRequest } from '#wire/moves.ts';
import { paths } from '#wire/paths.ts';
import { AcceptRequest, WireReturnLine } from '#wire/shapes.ts';
import type { ReturnRecord } from '../store/returns.ts';
import type { Records } from '../store/store.ts';
import type { App, Given } from './app.ts';
import { wireLine } from './as-wire.ts';
import { IfMatch } from './changed-since.ts';
import { moveReturn, type Act } from './move-return.ts';
import { idsOf, ReturnPlace, returnPlace, RoundPlace } from './places.ts';
import { refuse, type Refusal } from './problems.ts';
import { returnUnchanged } from './return-unchanged.ts';
import { mayReviewAny, reviewing } from './rights.ts';
import { signedIn } from './signed-in.ts';

type Ids = ReturnType<typeof idsOf>;

/** Accepting: the revision that the reviewer has read counts from now on, until a later one is accepted. */
export const acceptanceRoutes = (app: App, { store, world, instruments }: Given): void => {
  app.put(
    paths.acceptance(':round', ':owner'),
    {
      schema: {
        summary: 'Accept the latest revision',
        params: ReturnPlace,
        headers: IfMatch,
        body: AcceptRequest,
        response: { 200: WireReturnLine },
      },
    },
    async (request, reply) => {
      const person = signedIn(request);
      const ids = idsOf(request.params);
      const as = reviewing(person, ids.owner);
      if (!as) return refuse(reply, 'not-yours');
      const outcome = await store.write(async (records): Promise<Result<WireReturnLine, Refusal>> => {
        const act = { person, as, now: world.now() };
        const place = await returnPlace(records, instruments, ids);
        if (!place) return failed({ code: 'not-found' });
        const unchanged = await returnUnchanged(records, instruments, ids, act.now, request);
        if (!unchanged.ok) return unchanged;
        const accepted = await acceptReturn(records, ids, request.body.revision, act);
        if (!accepted.ok) return accepted;
        const questions = await records.questions.ofReturn(ids.round, ids.owner);
        const open = questions.filter(({ settled }) => !settled).length;
        return ok(wireLine(place.round, place.owner, accepted.value, open));
      });
      return outcome.ok ? outcome.value : refuse(reply, outcome.failure.code, outcome.failure.details);
    },
  );

  app.post(
    paths.acceptances(':round'),
    {
      schema: {
        summary: 'Accept many returns of a round',
        description:
          'All in one transaction. Each is accepted or refused with its word; a refusal does not keep the others from being accepted.',
        params: RoundPlace,
        body: AcceptancesRequest,
        response: { 200: AcceptancesAnswer },
      },
    },
    async (request, reply) => {
      const person = signedIn(request);
      if (!mayReviewAny(person)) return refuse(reply, 'not-yours');
      const round = roundId(request.params.round);
      const outcomes = await store.write(async (records) => {
        const now = world.now();
        if (!(await records.rounds.one(round))) return undefined;
        const told: AcceptancesAnswer['outcomes'] = [];
        for (const { owner, revision } of request.body.returns) {
          const ids = { round, owner: ownerId(owner) };
          const as = reviewing(person, ids.owner);
          const accepted: Result<ReturnRecord, Refusal> = !as
            ? failed({ code: 'not-yours' })
            : (await returnPlace(records, instruments, ids))
              ? await acceptReturn(records, ids, revision, { person, as, now })
              : failed({ code: 'not-found' });
          told.push({
            ...{ owner, revision, accepted: accepted.ok },
            ...(accepted.ok ? {} : { code: accepted.failure.code }),
          });
        }
        return told;
      });
      return outcomes ? { outcomes } : refuse(reply, 'not-found');
    },
  );
};

/** Accepts the revision that was read; refused when it is no longer the latest. Accepting it again changes nothing. */
const acceptReturn = async (
  records: Records,
  ids: Ids,
  revision: number,
  act: Act,
): Promise<Result<ReturnRecord, Refusal>> => {
  const record = await records.returns.one(ids.round, ids.owner);
  if (!record || record.latest !== revision) return failed({ code: 'state' });
  if (record.state === 'accepted') return ok(record);
  const accepted = await moveReturn(records, ids, 'accept', act);
  return accepted ? ok(accepted) : failed({ code: 'state' });
};
