import type { Instant } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { Move } from '#core/returns/states.ts';
import { MovesAnswer, ReasonRequest } from '#wire/moves.ts';
import { paths } from '#wire/paths.ts';
import { WireReturnLine } from '#wire/shapes.ts';
import type { Records } from '../store/store.ts';
import type { App, Given } from './app.ts';
import { wireLine, wireMove } from './as-wire.ts';
import { IfMatch } from './changed-since.ts';
import { moveReturn, type Act } from './move-return.ts';
import { idsOf, ReturnPlace, returnPlace } from './places.ts';
import { refuse, type Refusal } from './problems.ts';
import { returnUnchanged, type Conditional } from './return-unchanged.ts';
import { movingAs, maySee } from './rights.ts';
import { signedIn } from './signed-in.ts';

type Ids = ReturnType<typeof idsOf>;

/** The life of a return beside submitting and accepting: begun, taken back, given back; and its history. */
export const moveRoutes = (app: App, { store, world, instruments }: Given): void => {
  /** Lets a move be made, and answers how the return then stands. */
  const made = (
    ids: Ids,
    request: Conditional,
    act: (records: Records, now: Instant) => Promise<Result<void, Refusal>>,
  ) =>
    store.write(async (records): Promise<Result<WireReturnLine, Refusal>> => {
      const now = world.now();
      const place = await returnPlace(records, instruments, ids);
      if (!place) return failed({ code: 'not-found' });
      const unchanged = await returnUnchanged(records, instruments, ids, now, request);
      if (!unchanged.ok) return unchanged;
      const done = await act(records, now);
      if (!done.ok) return done;
      const questions = await records.questions.ofReturn(ids.round, ids.owner);
      const open = questions.filter(({ settled }) => !settled).length;
      return ok(wireLine(place.round, place.owner, await records.returns.one(ids.round, ids.owner), open));
    });

  app.put(
    paths.started(':round', ':owner'),
    {
      schema: {
        summary: 'Say that a return is begun',
        description: 'Of a return that is begun already, nothing changes.',
        params: ReturnPlace,
        headers: IfMatch,
        response: { 200: WireReturnLine },
      },
    },
    async (request, reply) => {
      const person = signedIn(request);
      const ids = idsOf(request.params);
      const as = movingAs(person, ids.owner, 'start');
      if (!as) return refuse(reply, 'not-yours');
      const outcome = await made(ids, request, (records, now) => startReturn(records, ids, { person, as, now }));
      return outcome.ok ? outcome.value : refuse(reply, outcome.failure.code, outcome.failure.details);
    },
  );

  for (const [move, path, summary] of [
    ['withdraw', paths.withdrawal(':round', ':owner'), 'Take a return back: nothing of it counts any more'],
    ['reopen', paths.reopening(':round', ':owner'), 'Give an accepted return back, to be submitted again'],
  ] as const) {
    app.post(
      path,
      {
        schema: {
          summary,
          params: ReturnPlace,
          headers: IfMatch,
          body: ReasonRequest,
          response: { 200: WireReturnLine },
        },
      },
      async (request, reply) => {
        const person = signedIn(request);
        const ids = idsOf(request.params);
        const as = movingAs(person, ids.owner, move);
        if (!as) return refuse(reply, 'not-yours');
        const outcome = await made(ids, request, (records, now) =>
          moveWithReason(records, ids, move, { person, as, now }, request.body.reason),
        );
        return outcome.ok ? outcome.value : refuse(reply, outcome.failure.code, outcome.failure.details);
      },
    );
  }

  app.get(
    paths.moves(':round', ':owner'),
    { schema: { summary: 'The history of a return', params: ReturnPlace, response: { 200: MovesAnswer } } },
    async (request, reply) => {
      const ids = idsOf(request.params);
      if (!maySee(signedIn(request), ids.owner)) return refuse(reply, 'not-yours');
      const answer = await store.read(async (records) => {
        const place = await returnPlace(records, instruments, ids);
        return place && { moves: (await records.returns.moves(ids.round, ids.owner)).map(wireMove) };
      });
      return answer ?? refuse(reply, 'not-found');
    },
  );
};

/** Begins a return that nobody has begun. */
const startReturn = async (records: Records, ids: Ids, act: Act): Promise<Result<void, Refusal>> => {
  if (!(await records.returns.one(ids.round, ids.owner))) await moveReturn(records, ids, 'start', act);
  return ok(undefined);
};

/** Withdraws or reopens a return; one that is withdrawn or reopened already stays as it is. */
const moveWithReason = async (
  records: Records,
  ids: Ids,
  move: Extract<Move, 'withdraw' | 'reopen'>,
  act: Act,
  reason: string,
): Promise<Result<void, Refusal>> => {
  const state = (await records.returns.one(ids.round, ids.owner))?.state;
  if (state === (move === 'withdraw' ? 'withdrawn' : 'reopened')) return ok(undefined);
  return (await moveReturn(records, ids, move, act, reason)) ? ok(undefined) : failed({ code: 'state' });
};
