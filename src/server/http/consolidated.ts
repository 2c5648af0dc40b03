import { Readable } from 'node:stream';
import { Type } from 'typebox';
import { roundId } from '#core/ids.ts';
import { paths } from '#wire/paths.ts';
import { ConsolidatedAnswer } from '#wire/shapes.ts';
import { programmeLog } from '../store/audit.ts';
import type { RevisionHead } from '../store/revisions.ts';
import type { App, Given } from './app.ts';
import { AsAt, momentOf } from './as-at.ts';
import { wireContent, wireRound } from './as-wire.ts';
import { contentsOf } from './contents-of.ts';
import { RoundPlace } from './places.ts';
import { refuse } from './problems.ts';
import { mayRun } from './rights.ts';
import { roundThen, type RoundThen } from './round-then.ts';
import { signedIn } from './signed-in.ts';
import { wireTotal } from './tally.ts';
import { totalOf } from './total-of.ts';
import { withoutRows } from './without-rows.ts';

const Asked = Type.Object(
  { ...AsAt.properties, answers: Type.Optional(Type.Literal('none')) },
  { additionalProperties: false },
);

/** Everybody in a round, with the revision that counts where there is one. */
export const consolidatedRoutes = (app: App, given: Given): void => {
  const { store, world, instruments } = given;
  app.get(
    paths.consolidated(':round'),
    {
      // Asking whether it is there must not be written down as having taken it.
      exposeHeadRoute: false,
      schema: {
        summary: 'Every accepted return',
        description:
          'With its answers, one return after the other as they are read: an answer that cannot go on is broken off, and what came of it is no JSON. It has no `ETag`, and is written into the log of acts. `answers=none`: who returned, the number of `rows`, and what all comes to as `tally`; small however many there are.',
        params: RoundPlace,
        querystring: Asked,
        response: { 200: ConsolidatedAnswer },
      },
    },
    async (request, reply) => {
      const by = signedIn(request);
      if (!mayRun(by)) return refuse(reply, 'not-yours');
      const id = roundId(request.params.round);
      const now = world.now();
      const moment = momentOf(request.query, now);
      if (!moment.ok) return refuse(reply, moment.failure.code, moment.failure.details);
      const { at, before } = moment.value;
      const wantsNone = request.query.answers === 'none';
      const seen = await store.read(async (records) => {
        const then = await roundThen(records, instruments, id, before);
        const isSmall = then && (wantsNone || withoutRows(then.round));
        return then && { then, heads: isSmall ? await records.revisions.accepted(id, before) : undefined };
      });
      if (!seen) return refuse(reply, 'not-found');
      const { then, heads } = seen;
      const { enlisted, returned } = then;
      const about = { round: wireRound(then.round, now), at, enlisted, returned, accepted: acceptedIn(then) };
      if (heads) {
        const total = await totalOf(given, then, before);
        if (!total.ok) return refuse(reply, total.failure.code, total.failure.details);
        return {
          ...about,
          owners: then.owners.map((owner) => withoutAnswers(owner, heads)),
          ...{ tally: wireTotal(total.value).tally, ...(wantsNone ? { rows: rowsIn(then, heads) } : {}) },
          ...schoolsOf(then),
        };
      }
      // As an export is: before anything goes out.
      await store.write(({ audit }) =>
        audit.note({ log: programmeLog, at: world.now(), act: 'consolidate', about: { round: id, at }, by }),
      );
      reply.type('application/json; charset=utf-8');
      return reply.send(Readable.from(written(given, then, about), { objectMode: false }) as never);
    },
  );
};

type Heads = ReadonlyMap<string, RevisionHead>;

/**
 * The answer piece by piece: as each owner's turn comes its answers are read. A round that is purged meanwhile has no more,
 * and half of its answers must not look like all of them.
 */
async function* written(given: Given, then: RoundThen, about: object): AsyncGenerator<string> {
  yield `${JSON.stringify(about).slice(0, -1)},"owners":[`;
  let comma = '';
  for await (const { accepted, ...owner } of contentsOf(given, then)) {
    if (accepted && !accepted.content) throw new Error(`${then.round.id} was purged while it was read`);
    const content = accepted?.content && { content: wireContent(accepted.content) };
    yield comma + JSON.stringify({ ...owner, ...(accepted ? { accepted: { ...accepted, ...content } } : {}) });
    comma = ',';
  }
  const after = JSON.stringify(schoolsOf(then)).slice(1);
  yield `]${after === '}' ? '' : ','}${after}`;
}

const withoutAnswers = ({ owner, name, state }: RoundThen['owners'][number], heads: Heads) => {
  const head = heads.get(owner);
  return { owner, name, state, ...(head ? { accepted: { revision: head.number, receipt: head.receipt } } : {}) };
};

const acceptedIn = ({ owners }: RoundThen): number => owners.filter(({ accepted }) => accepted !== undefined).length;

const rowsIn = ({ owners }: RoundThen, heads: Heads): number =>
  owners.reduce((sum, { owner }) => sum + (heads.get(owner)?.counts.rows ?? 0), 0);

/** What `school` fields offer, where there are any. */
const schoolsOf = ({ circumstances: { schools } }: RoundThen): Pick<ConsolidatedAnswer, 'schools'> =>
  schools ? { schools: schools.map(({ id: owner, name }) => ({ owner, name })) } : {};
