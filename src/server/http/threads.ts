import type { Instant } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { paths } from '#wire/paths.ts';
import { WireQuestion } from '#wire/shapes.ts';
import { AssigneeRequest, RemarkRequest } from '#wire/threads.ts';
import type { QuestionRecord } from '../store/questions.ts';
import type { Records } from '../store/store.ts';
import type { App, Given } from './app.ts';
import { wireQuestion } from './as-wire.ts';
import { moveReturn, type Act } from './move-return.ts';
import { idsOf, QuestionPlace } from './places.ts';
import { refuse, type Refusal } from './problems.ts';
import { maySee, standing } from './rights.ts';
import { signedIn } from './signed-in.ts';

type Ids = ReturnType<typeof idsOf>;

/** What both sides say to a question once it is asked, and who is to answer it. */
export const threadRoutes = (app: App, { store, world }: Given): void => {
  /** Lets something be done to a question, and answers how it then stands. */
  const changed = (
    ids: Ids,
    id: string,
    act: (records: Records, question: QuestionRecord, now: Instant) => Promise<Result<void, Refusal>>,
  ) =>
    store.write(async (records): Promise<Result<WireQuestion, Refusal>> => {
      const find = async () => (await records.questions.ofReturn(ids.round, ids.owner)).find((one) => one.id === id);
      const question = await find();
      if (!question) return failed({ code: 'not-found' });
      const done = await act(records, question, world.now());
      if (!done.ok) return done;
      const record = await records.returns.one(ids.round, ids.owner);
      const latest = record && (await records.revisions.one(ids.round, ids.owner, record.latest));
      return ok(wireQuestion((await find()) ?? question, latest?.content));
    });

  app.post(
    paths.remarks(':round', ':owner', ':question'),
    {
      schema: {
        summary: 'Say something to a question',
        description: 'Saying it again with the same id and words changes nothing.',
        params: QuestionPlace,
        body: RemarkRequest,
        response: { 200: WireQuestion },
      },
    },
    async (request, reply) => {
      const person = signedIn(request);
      const ids = idsOf(request.params);
      const as = standing(person, ids.owner);
      if (!as || !maySee(person, ids.owner)) return refuse(reply, 'not-yours');
      const outcome = await changed(ids, request.params.question, (records, question, now) =>
        remark(records, ids, question, request.body, { person, as, now }),
      );
      return outcome.ok ? outcome.value : refuse(reply, outcome.failure.code, outcome.failure.details);
    },
  );

  app.put(
    paths.assignee(':round', ':owner', ':question'),
    {
      schema: {
        summary: 'Say who is to answer a question',
        params: QuestionPlace,
        body: AssigneeRequest,
        response: { 200: WireQuestion },
      },
    },
    async (request, reply) => {
      const person = signedIn(request);
      const ids = idsOf(request.params);
      if (!maySee(person, ids.owner)) return refuse(reply, 'not-yours');
      const { name } = request.body;
      const outcome = await changed(
        ids,
        request.params.question,
        async ({ questions, audit }, { id, assignee }, at) => {
          if (assignee === (name ?? undefined)) return ok(undefined);
          await questions.assign(ids.round, ids.owner, id, name ?? undefined, at);
          await audit.note({ ...noteOn(ids, id), at, act: 'assign', by: person });
          return ok(undefined);
        },
      );
      return outcome.ok ? outcome.value : refuse(reply, outcome.failure.code, outcome.failure.details);
    },
  );
};

/** Where and about what an act on a question is written down. */
const noteOn = ({ round, owner }: Ids, question: string) => ({ log: owner, about: { round, question } });

/**
 * Adds a remark to a question. A reader who writes back on an open question of a return that waited for her asks again:
 * it is the owner's turn once more. What the owner says changes the state only when she submits.
 */
const remark = async (
  records: Records,
  ids: Ids,
  question: QuestionRecord,
  { id, text }: RemarkRequest,
  act: Act,
): Promise<Result<void, Refusal>> => {
  const before = question.remarks.find((said) => said.id === id);
  if (before) return before.text === text ? ok(undefined) : failed({ code: 'key-reused' });
  const from = act.as === 'owner' ? 'owner' : 'reviewer';
  await records.questions.say(ids.round, ids.owner, question.id, {
    id,
    from,
    text,
    by: act.person.name,
    at: act.now,
  });
  await records.audit.note({ ...noteOn(ids, question.id), at: act.now, act: 'remark', by: act.person });
  const record = await records.returns.one(ids.round, ids.owner);
  if (from === 'reviewer' && record?.state === 'submitted' && !question.settled)
    await moveReturn(records, ids, 'ask', act);
  return ok(undefined);
};
