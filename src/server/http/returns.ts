import { Type } from 'typebox';
import type { Instant } from '#core/ids.ts';
import { ReturnAnswer, ReturnsAnswer } from '#wire/shapes.ts';
import { paths } from '#wire/paths.ts';
import type { Owner } from '../store/people.ts';
import type { ReturnRecord } from '../store/returns.ts';
import type { RoundRecord } from '../store/rounds.ts';
import type { Records } from '../store/store.ts';
import { acceptedBefore } from './accepted-before.ts';
import type { App, Given } from './app.ts';
import { AsAt, lastOf, momentOf, type Moment } from './as-at.ts';
import { wireLine, wireQuestion, wireRevision, wireRound } from './as-wire.ts';
import { byName, cursorOf } from './by-name.ts';
import { After, Limit, pageLength } from './paging.ts';
import { idsOf, instrumentOf, OwnerPlace, ReturnPlace, returnPlace } from './places.ts';
import { refuse } from './problems.ts';
import { maySee, ownersSeen } from './rights.ts';
import { signedIn } from './signed-in.ts';

const Asked = Type.Object(
  {
    ...AsAt.properties,
    owner: Type.Optional(OwnerPlace.properties.owner),
    after: After,
    limit: Limit,
  },
  { additionalProperties: false },
);

/** Returns: the list of all that a person may see, submitted or not, and everything about one. */
export const returnRoutes = (app: App, { store, world, instruments }: Given): void => {
  app.get(
    paths.returns,
    {
      schema: {
        summary: 'All returns the person may see',
        description:
          'Round by round, in each the owners in the order of their names. At most `limit` (500 when not given); `next` of one page is `after` of the next. `owner` asks for those of one owner. As at a day: whoever took part and whatever rounds there were then, under the names of then, of those that the person may see now.',
        querystring: Asked,
        response: { 200: ReturnsAnswer },
      },
    },
    async (request, reply) => {
      const { owner: only, after, limit } = request.query;
      const moment = momentOf(request.query, world.now());
      if (!moment.ok) return refuse(reply, moment.failure.code, moment.failure.details);
      const { before } = moment.value;
      const among = ownersSeen(signedIn(request));
      return await store.read(async ({ rounds, people, returns, questions }) => {
        const owners = (await people.enlisted(among, before))
          .filter(({ owner }) => only === undefined || owner === only)
          .sort(byName);
        const all = (await rounds.all(before)).flatMap((round) => {
          const kind = instrumentOf(round, instruments).owner;
          return owners.filter((owner) => owner.kind === kind).map((owner) => ({ round, owner }));
        });
        const places = from(all, after).slice(0, pageLength(limit));
        const shown = [...new Set(places.map(({ owner }) => owner.owner))];
        const records = byPlace(await returns.many(shown, before));
        const open = byPlace(await questions.openCounts(shown, before));
        const last = places.at(-1);
        return {
          returns: places.map(({ round, owner }) => {
            const place = placeKey(round.id, owner.owner);
            return wireLine(round, owner, records.get(place), open.get(place)?.open ?? 0);
          }),
          ...(last && last !== all.at(-1) ? { next: afterPlace(last) } : {}),
        };
      });
    },
  );

  app.get(
    paths.return(':round', ':owner'),
    {
      schema: {
        summary: 'Everything about one return',
        description:
          'As at a day: how it stood, the latest revision then, its questions as they stood, and the round as it was then. What was purged since is gone from every day. Who was to answer a question, and rounds and names that were changed, are told as they stand now of days before these were kept.',
        params: ReturnPlace,
        querystring: AsAt,
        response: { 200: ReturnAnswer },
      },
    },
    async (request, reply) => {
      const ids = idsOf(request.params);
      if (!maySee(signedIn(request), ids.owner)) return refuse(reply, 'not-yours');
      const moment = momentOf(request.query, world.now());
      if (!moment.ok) return refuse(reply, moment.failure.code, moment.failure.details);
      const answer = await store.read((records) => returnAnswer(records, instruments, ids, moment.value));
      return answer ?? refuse(reply, 'not-found');
    },
  );
};

/** Everything about one return as it stands at a moment; `undefined` when there is none and could be none. */
export const returnAnswer = async (
  records: Records,
  instruments: Given['instruments'],
  ids: ReturnType<typeof idsOf>,
  moment: Moment,
): Promise<ReturnAnswer | undefined> => {
  const { before } = moment;
  const place = await returnPlace(records, instruments, ids, before);
  if (!place) return undefined;
  const record = await records.returns.one(ids.round, ids.owner, before);
  const latest = record && (await records.revisions.one(ids.round, ids.owner, record.latest));
  const questions = await records.questions.ofReturn(ids.round, ids.owner, before);
  const open = questions.filter((question) => !question.settled).length;
  const accepted = latest ? undefined : await acceptedBefore(records, instruments, place, ids.owner, before);
  return {
    line: wireLine(place.round, place.owner, record, open),
    round: wireRound(place.round, lastOf(moment)),
    ...(latest ? { latest: wireRevision(latest, place.owner.name, await records.tallies.of(latest)) } : {}),
    ...(accepted ? { before: accepted } : {}),
    ...(await because(records, record, before)),
    questions: questions.map((question) => wireQuestion(question, latest?.content)),
  };
};

/** Who reopened a return, or withdrew it, when and why, for as long as that is how it stands. */
const because = async (
  { returns }: Records,
  record: ReturnRecord | undefined,
  before: Instant | undefined,
): Promise<Pick<ReturnAnswer, 'because'>> => {
  const wanted = record?.state === 'withdrawn' ? 'withdraw' : record?.reopened ? 'reopen' : undefined;
  if (!record || wanted === undefined) return {};
  const made = (await returns.moves(record.round, record.owner, before)).filter(({ move }) => move === wanted).at(-1);
  return made ? { because: { by: made.personName, at: made.at, reason: made.reason ?? '' } } : {};
};

interface Place {
  readonly round: RoundRecord;
  readonly owner: Owner;
}

/** Names a place in the list; ids of rounds have no spaces. */
const afterPlace = ({ round, owner }: Place): string => `${round.id} ${cursorOf(owner)}`;

/** What stands after a place, or after where it would stand: its owner may have been renamed since. */
const from = (all: readonly Place[], after: string | undefined): readonly Place[] => {
  if (after === undefined) return all;
  const [round = '', cursor = ''] = [after.slice(0, after.indexOf(' ')), after.slice(after.indexOf(' ') + 1)];
  const first = all.findIndex((place) => place.round.id === round);
  if (first < 0) return [];
  return all.slice(first).filter((place) => place.round.id !== round || cursorOf(place.owner) > cursor);
};

const placeKey = (round: string, owner: string): string => `${round}/${owner}`;

const byPlace = <T extends { readonly round: string; readonly owner: string }>(items: readonly T[]) =>
  new Map(items.map((item) => [placeKey(item.round, item.owner), item]));
