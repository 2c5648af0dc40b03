import { questionId } from '#core/ids.ts';
import { failed, ok, type Result } from '#core/result.ts';
import { paths } from '#wire/paths.ts';
import { AskRequest, WireQuestion } from '#wire/shapes.ts';
import type { QuestionRecord } from '../store/questions.ts';
import type { App, Given } from './app.ts';
import { cellIn, wireQuestion } from './as-wire.ts';
import { hasCell } from './content-fits.ts';
import { moveReturn } from './move-return.ts';
import { idsOf, QuestionPlace, ReturnPlace, returnPlace } from './places.ts';
import { refuse, type Refusal } from './problems.ts';
import { reviewing } from './rights.ts';
import { signedIn } from './signed-in.ts';
import { withoutRows } from './without-rows.ts';

interface Asked {
  readonly first: boolean;
  readonly question: WireQuestion;
}

/** Questions of a reviewer on a cell: asking one, and settling it when the answer will do. */
export const questionRoutes = (app: App, { store, world, instruments }: Given): void => {
  app.post(
    paths.questions(':round', ':owner'),
    {
      schema: {
        summary: 'Ask a question on a cell',
        description:
          '201 the first time; 200 with the same question when the same id and words come again. In a round that takes tallies only there is no cell to ask about: `tally-only`.',
        params: ReturnPlace,
        body: AskRequest,
        response: { 200: WireQuestion, 201: WireQuestion },
      },
    },
    async (request, reply) => {
      const person = signedIn(request);
      const ids = idsOf(request.params);
      const as = reviewing(person, ids.owner);
      if (!as) return refuse(reply, 'not-yours');
      const { id, row, field, revision, text } = request.body;
      const outcome = await store.write(async (records): Promise<Result<Asked, Refusal>> => {
        const place = await returnPlace(records, instruments, ids);
        if (!place) return failed({ code: 'not-found' });
        const rows = withoutRows(place.round);
        if (rows) return failed(rows);
        if (!hasCell(place.instrument, row, field)) {
          return failed({ code: 'invalid-request', details: { detail: '/row or /field' } });
        }
        const record = await records.returns.one(ids.round, ids.owner);
        const latest = record && (await records.revisions.one(ids.round, ids.owner, record.latest));
        const before = (await records.questions.ofReturn(ids.round, ids.owner)).find((other) => other.id === id);
        if (before) {
          const same = before.row === row && before.field === field && before.text === text;
          return same
            ? ok({ first: false, question: wireQuestion(before, latest?.content) })
            : failed({ code: 'key-reused' });
        }
        if (!record || record.latest === 0) return failed({ code: 'state' });
        const of = revision === record.latest ? latest : await records.revisions.one(ids.round, ids.owner, revision);
        if (!of) return failed({ code: 'invalid-request', details: { detail: '/revision' } });
        const question: QuestionRecord = {
          ...ids,
          id: questionId(id),
          row,
          field,
          text,
          revision,
          value: cellIn(of.content, row, field),
          by: person.name,
          at: world.now(),
          remarks: [],
          assignee: undefined,
          settled: undefined,
        };
        const moved = await moveReturn(records, ids, 'ask', { person, as, now: question.at });
        if (!moved) return failed({ code: 'state' });
        await records.questions.ask(question);
        return ok({ first: true, question: wireQuestion(question, latest?.content) });
      });
      if (!outcome.ok) return refuse(reply, outcome.failure.code, outcome.failure.details);
      return reply.code(outcome.value.first ? 201 : 200).send(outcome.value.question);
    },
  );

  app.post(
    paths.settled(':round', ':owner', ':question'),
    {
      schema: {
        summary: 'Settle a question',
        description:
          'Settling again changes nothing, unless the cell has changed since: then it is settled as it is now.',
        params: QuestionPlace,
        response: { 200: WireQuestion },
      },
    },
    async (request, reply) => {
      const person = signedIn(request);
      const ids = idsOf(request.params);
      const as = reviewing(person, ids.owner);
      if (!as) return refuse(reply, 'not-yours');
      const outcome = await store.write(async (records): Promise<Result<WireQuestion, Refusal>> => {
        const record = await records.returns.one(ids.round, ids.owner);
        const asked = await records.questions.ofReturn(ids.round, ids.owner);
        const question = asked.find(({ id }) => id === request.params.question);
        if (!record || !question) return failed({ code: 'not-found' });
        const content = (await records.revisions.one(ids.round, ids.owner, record.latest))?.content;
        const now = wireQuestion(question, content);
        if (question.settled && !now.changedSinceSettled) return ok(now);
        const others = asked.filter((other) => other.id !== question.id && !other.settled);
        const act = { person, as, now: world.now() };
        const moved = await moveReturn(records, ids, others.length === 0 ? 'settle-last' : 'settle', act);
        if (!moved) return failed({ code: 'state' });
        const value = cellIn(content, question.row, question.field);
        const settled = { at: act.now, by: person.name, value };
        await records.questions.settle(ids.round, ids.owner, question.id, settled);
        return ok(wireQuestion({ ...question, settled }, content));
      });
      return outcome.ok ? outcome.value : refuse(reply, outcome.failure.code, outcome.failure.details);
    },
  );
};
