import type { Instant } from '#core/ids.ts';
import { ReturnAnswer, ReturnsAnswer } from '#wire/shapes.ts';
import { paths } from '#wire/paths.ts';
import type { ReturnRecord } from '../store/returns.ts';
import type { Records } from '../store/store.ts';
import { acceptedBefore } from './accepted-before.ts';
import type { App, Given } from './app.ts';
import { wireLine, wireQuestion, wireRevision, wireRound } from './as-wire.ts';
import { idsOf, instrumentOf, ReturnPlace, returnPlace } from './places.ts';
import { refuse } from './problems.ts';
import { maySee, ownersSeen } from './rights.ts';
import { signedIn } from './signed-in.ts';

/** Returns: the list of all that a person may see, submitted or not, and everything about one. */
export const returnRoutes = (app: App, { store, world, instruments }: Given): void => {
  app.get(
    paths.returns,
    { schema: { summary: 'All returns the person may see', response: { 200: ReturnsAnswer } } },
    async (request) => {
      const among = ownersSeen(signedIn(request));
      return await store.read(async ({ rounds, people, returns, questions }) => {
        const owners = await people.enlisted(among);
        const records = byPlace(await returns.many(among));
        const open = byPlace(await questions.openCounts(among));
        const lines = (await rounds.all()).flatMap((round) => {
          const kind = instrumentOf(round, instruments).owner;
          return owners
            .filter((owner) => owner.kind === kind)
            .map((owner) => {
              const place = placeKey(round.id, owner.owner);
              return wireLine(round, owner, records.get(place), open.get(place)?.open ?? 0);
            });
        });
        return { returns: lines };
      });
    },
  );

  app.get(
    paths.return(':round', ':owner'),
    { schema: { summary: 'Everything about one return', params: ReturnPlace, response: { 200: ReturnAnswer } } },
    async (request, reply) => {
      const ids = idsOf(request.params);
      if (!maySee(signedIn(request), ids.owner)) return refuse(reply, 'not-yours');
      const answer = await store.read((records) => returnAnswer(records, instruments, ids, world.now()));
      return answer ?? refuse(reply, 'not-found');
    },
  );
};

/** Everything about one return as it stands now; `undefined` when there is none and could be none. */
export const returnAnswer = async (
  records: Records,
  instruments: Given['instruments'],
  ids: ReturnType<typeof idsOf>,
  now: Instant,
): Promise<ReturnAnswer | undefined> => {
  const place = await returnPlace(records, instruments, ids);
  if (!place) return undefined;
  const record = await records.returns.one(ids.round, ids.owner);
  const latest = record && (await records.revisions.one(ids.round, ids.owner, record.latest));
  const questions = await records.questions.ofReturn(ids.round, ids.owner);
  const open = questions.filter((question) => !question.settled).length;
  const before = latest ? undefined : await acceptedBefore(records, instruments, place, ids.owner);
  return {
    line: wireLine(place.round, place.owner, record, open),
    round: wireRound(place.round, now),
    ...(latest ? { latest: wireRevision(latest, place.owner.name, await records.tallies.of(latest)) } : {}),
    ...(before ? { before } : {}),
    ...(await because(records, record)),
    questions: questions.map((question) => wireQuestion(question, latest?.content)),
  };
};

/** Who reopened a return, or withdrew it, when and why, for as long as that is how it stands. */
const because = async (
  { returns }: Records,
  record: ReturnRecord | undefined,
): Promise<Pick<ReturnAnswer, 'because'>> => {
  const wanted = record?.state === 'withdrawn' ? 'withdraw' : record?.reopened ? 'reopen' : undefined;
  if (!record || wanted === undefined) return {};
  const made = (await returns.moves(record.round, record.owner)).filter(({ move }) => move === wanted).at(-1);
  return made ? { because: { by: made.personName, at: made.at, reason: made.reason ?? '' } } : {};
};

const placeKey = (round: string, owner: string): string => `${round}/${owner}`;

const byPlace = <T extends { readonly round: string; readonly owner: string }>(items: readonly T[]) =>
  new Map(items.map((item) => [placeKey(item.round, item.owner), item]));
