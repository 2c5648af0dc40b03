import type { FastifyRequest } from 'fastify';
import { roundId } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { paths } from '#wire/paths.ts';
import { ChangeRoundRequest, OpenRoundRequest } from '#wire/rounds.ts';
import { RoundsAnswer, WireRound } from '#wire/shapes.ts';
import { programmeLog } from '../store/audit.ts';
import type { Person } from '../store/people.ts';
import type { RoundRecord } from '../store/rounds.ts';
import type { Records } from '../store/store.ts';
import type { App, Given } from './app.ts';
import { wireRound } from './as-wire.ts';
import { IfMatch, unchangedSince } from './changed-since.ts';
import { instrumentOf, RoundPlace } from './places.ts';
import type { Act } from './people-acts.ts';
import { refuse, type Refusal } from './problems.ts';
import { mayRun } from './rights.ts';
import { roundChanged, roundOpened } from './round-settings.ts';
import { signedIn } from './signed-in.ts';

/** The rounds there are, open or not, a school sees those for schools only; and opening, changing and closing them. */
export const roundRoutes = (app: App, { store, world, instruments }: Given): void => {
  const isForHer = ({ role }: Person, round: RoundRecord): boolean =>
    role !== 'school' || instrumentOf(round, instruments).owner === 'school';

  app.get(paths.rounds, { schema: { summary: 'The rounds', response: { 200: RoundsAnswer } } }, async (request) => {
    const person = signedIn(request);
    const all = await store.read(({ rounds }) => rounds.all());
    return { rounds: all.filter((round) => isForHer(person, round)).map((round) => wireRound(round, world.now())) };
  });

  app.get(
    paths.round(':round'),
    { schema: { summary: 'One round', params: RoundPlace, response: { 200: WireRound } } },
    async (request, reply) => {
      const person = signedIn(request);
      const round = await store.read(({ rounds }) => rounds.one(roundId(request.params.round)));
      return round && isForHer(person, round) ? wireRound(round, world.now()) : refuse(reply, 'not-found');
    },
  );

  app.post(
    paths.rounds,
    {
      schema: {
        summary: 'Open a round',
        description:
          '201 the first time; 200 when the same round is opened again as it stands. With `detail` `tally`, for instruments whose rows are pupils, no row ever leaves a school. What then cannot be had is refused as `tally-only`: questions on cells, what differs between revisions, another version of the instrument; nothing is checked again, and neither a sheet nor a later round is filled with answers.',
        body: OpenRoundRequest,
        response: { 200: WireRound, 201: WireRound },
      },
    },
    async (request, reply) => {
      const by = signedIn(request);
      if (!mayRun(by)) return refuse(reply, 'not-yours');
      const wanted = roundOpened(request.body, instruments);
      if (!wanted.ok) return refuse(reply, wanted.failure.code, wanted.failure.details);
      const outcome = await store.write((records) => openRound(records, { by, at: world.now() }, wanted.value));
      if (!outcome.ok) return refuse(reply, outcome.failure.code, outcome.failure.details);
      return reply.code(outcome.value.first ? 201 : 200).send(wireRound(wanted.value, world.now()));
    },
  );

  app.patch(
    paths.round(':round'),
    {
      schema: {
        summary: 'Change or close a round',
        description: 'A round that is purged does not change any more: `purged`.',
        params: RoundPlace,
        headers: IfMatch,
        body: ChangeRoundRequest,
        response: { 200: WireRound },
      },
    },
    async (request, reply) => {
      const by = signedIn(request);
      if (!mayRun(by)) return refuse(reply, 'not-yours');
      const id = roundId(request.params.round);
      const outcome = await store.write((records) =>
        changeRound(records, { by, at: world.now() }, id, request, instruments),
      );
      if (!outcome.ok) return refuse(reply, outcome.failure.code, outcome.failure.details);
      return wireRound(outcome.value, world.now());
    },
  );
};

/** Opens a round; one that is there already must be the same. */
const openRound = async (
  { rounds, audit }: Records,
  act: Act,
  wanted: RoundRecord,
): Promise<Result<{ readonly first: boolean }, Refusal>> => {
  const there = await rounds.one(wanted.id);
  if (!there) {
    await rounds.put(wanted, act.at);
    await audit.note({ ...act, log: programmeLog, act: 'open-round', about: { round: wanted.id } });
    return ok({ first: true });
  }
  const text = (round: RoundRecord) => JSON.stringify(Object.entries(round).sort(([a], [b]) => (a < b ? -1 : 1)));
  return text(there) === text(wanted) ? ok({ first: false }) : failed({ code: 'key-reused' });
};

/** Changes what is asked to be changed of a round. */
const changeRound = async (
  { rounds, audit }: Records,
  act: Act,
  id: RoundRecord['id'],
  request: Pick<FastifyRequest, 'headers'> & { readonly body: ChangeRoundRequest },
  instruments: Given['instruments'],
): Promise<Result<RoundRecord, Refusal>> => {
  const change = request.body;
  const round = await rounds.one(id);
  if (!round) return failed({ code: 'not-found' });
  const unchanged = unchangedSince(request, wireRound(round, act.at));
  if (!unchanged.ok) return unchanged;
  const changed = roundChanged(round, change, instruments, act.at);
  if (!changed.ok) return changed;
  await rounds.put(changed.value, act.at);
  const about = { round: id, changed: Object.keys(change).sort().join(',') };
  await audit.note({ ...act, log: programmeLog, act: 'change-round', about });
  return changed;
};
