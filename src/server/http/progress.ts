import { Type } from 'typebox';
import { roundId, type Instant } from '#core/ids.ts';
import { turnIn, type ReturnState } from '#core/returns/states.ts';
import { paths } from '#wire/paths.ts';
import { ProgressAnswer } from '#wire/progress.ts';
import { WireReturnLine, WireState } from '#wire/shapes.ts';
import type { Owner } from '../store/people.ts';
import type { HeadThen } from '../store/returns.ts';
import type { RoundRecord } from '../store/rounds.ts';
import type { App, Given } from './app.ts';
import { AsAt, momentOf } from './as-at.ts';
import { wireRound } from './as-wire.ts';
import { cursorOf } from './by-name.ts';
import { countedIn } from './counting.ts';
import { ownersIn } from './owners-in.ts';
import { After, Limit, pageLength } from './paging.ts';
import { instrumentOf, RoundPlace } from './places.ts';
import { refuse } from './problems.ts';
import { mayReviewAny, ownersSeen } from './rights.ts';
import { signedIn } from './signed-in.ts';

const Asked = Type.Object(
  {
    ...AsAt.properties,
    state: Type.Optional(WireState),
    turn: Type.Optional(WireReturnLine.properties.turn),
    owner: Type.Optional(WireReturnLine.properties.owner),
    after: After,
    limit: Limit,
  },
  { additionalProperties: false },
);

type Line = ProgressAnswer['lines'][number];

/** The chase list of a round: of everybody in it that the person sees, in the order of names. */
export const progressRoutes = (app: App, { store, world, instruments }: Given): void => {
  app.get(
    paths.progress(':round'),
    {
      schema: {
        summary: 'The chase list of a round',
        description:
          'At most `limit` lines (500 when not given); `next` of one page is `after` of the next. As at a day on which the round was not there yet everybody who took part is listed as not started; the list of all returns leaves such a round out. The round’s title and settings are those of now.',
        params: RoundPlace,
        querystring: Asked,
        response: { 200: ProgressAnswer },
      },
    },
    async (request, reply) => {
      const person = signedIn(request);
      if (!mayReviewAny(person)) return refuse(reply, 'not-yours');
      const { state, turn, owner, after, limit } = request.query;
      const moment = momentOf(request.query, world.now());
      if (!moment.ok) return refuse(reply, moment.failure.code, moment.failure.details);
      const { at, before } = moment.value;
      const id = roundId(request.params.round);
      const found = await store.read(async ({ rounds, people, returns, revisions, questions }) => {
        const round = await rounds.one(id);
        if (!round) return undefined;
        const instrument = instrumentOf(round, instruments);
        const then = await returns.ofRound(id, before);
        const heads = new Map(then.map((head) => [head.owner, head]));
        const owners = await ownersIn(
          { people },
          { instrument, counted: countedIn(then) },
          before,
          ownersSeen(person),
        );
        const lacking = await revisions.lackingYears(id);
        const open = await questions.openInRound(id, before);
        const lines = owners.map((owner) =>
          lineOf(round, owner, heads.get(owner.owner), open.get(owner.owner) ?? 0, lacking.get(owner.owner), at),
        );
        return { round, lines };
      });
      if (!found) return refuse(reply, 'not-found');
      const wanted = found.lines.filter(
        (line) =>
          (state === undefined || line.state === state) &&
          (turn === undefined || line.turn === turn) &&
          (owner === undefined || line.owner === owner),
      );
      const begin = after === undefined ? 0 : wanted.findIndex((line) => cursorOf(line) > after);
      const page = begin < 0 ? [] : wanted.slice(begin, begin + pageLength(limit));
      const last = page.at(-1);
      return {
        round: wireRound(found.round, world.now()),
        at,
        counts: countsOf(found.lines),
        lines: page,
        ...(last && last !== wanted.at(-1) ? { next: cursorOf(last) } : {}),
      };
    },
  );
};

const lineOf = (
  round: RoundRecord,
  { owner, name }: Owner,
  head: HeadThen | undefined,
  openQuestions: number,
  lacking: ReadonlyMap<number, readonly number[]> | undefined,
  at: Instant,
): Line => {
  const state = head?.state ?? 'not-started';
  const turn = turnIn(state);
  const yearsMissing = head && state !== 'withdrawn' ? lacking?.get(head.latest) : undefined;
  const waiting = Date.parse(at) - Date.parse(head?.movedAt ?? round.opens);
  return {
    ...{ owner, name, state, turn },
    ...(turn === 'nobody' || waiting < 0 ? {} : { daysWaiting: Math.floor(waiting / (24 * 3600_000)) }),
    ...(head ? { movedAt: head.movedAt } : {}),
    openQuestions,
    revision: head?.latest ?? 0,
    ...(head?.accepted === undefined ? {} : { accepted: head.accepted }),
    ...(yearsMissing ? { yearsMissing: [...yearsMissing] } : {}),
  };
};

const countsOf = (lines: readonly Line[]): ProgressAnswer['counts'] => {
  const many = (wanted: ReturnState) => lines.filter(({ state }) => state === wanted).length;
  return {
    enlisted: lines.length,
    notStarted: many('not-started'),
    started: many('in-progress'),
    submitted: many('submitted'),
    questioned: many('questioned'),
    accepted: many('accepted'),
    reopened: many('reopened'),
    withdrawn: many('withdrawn'),
    counting: lines.filter(({ accepted }) => accepted !== undefined).length,
  };
};
