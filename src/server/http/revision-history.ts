import { Type } from 'typebox';
import { failed, ok, type Result } from '#core/result.ts';
import { differences } from '#core/returns/difference.ts';
import { DifferencesAnswer, RevisionsAnswer } from '#wire/moves.ts';
import { paths } from '#wire/paths.ts';
import { asAsked } from './as-asked.ts';
import type { App, Given } from './app.ts';
import { wireRevisionHead } from './as-wire.ts';
import { idsOf, ReturnPlace, returnPlace, RevisionNumber } from './places.ts';
import { refuse, type Refusal } from './problems.ts';
import { maySee } from './rights.ts';
import { signedIn } from './signed-in.ts';
import { withoutRows } from './without-rows.ts';

const TwoRevisions = Type.Object({ from: RevisionNumber, to: RevisionNumber }, { additionalProperties: false });

/** The revisions of a return, and what changed between any two of them. */
export const revisionHistoryRoutes = (app: App, { store, instruments }: Given): void => {
  app.get(
    paths.revisions(':round', ':owner'),
    {
      schema: {
        summary: 'All revisions, without what they hold',
        params: ReturnPlace,
        response: { 200: RevisionsAnswer },
      },
    },
    async (request, reply) => {
      const ids = idsOf(request.params);
      if (!maySee(signedIn(request), ids.owner)) return refuse(reply, 'not-yours');
      const answer = await store.read(async (records) => {
        const place = await returnPlace(records, instruments, ids);
        if (!place) return undefined;
        const heads = await records.revisions.heads(ids.round, ids.owner);
        return { revisions: heads.map((head) => wireRevisionHead(head, place.owner.name)) };
      });
      return answer ?? refuse(reply, 'not-found');
    },
  );

  app.get(
    paths.differences(':round', ':owner'),
    {
      schema: {
        summary: 'The cells in which two revisions differ',
        description: 'Both are read as the round asks now, whatever version they were made with.',
        params: ReturnPlace,
        querystring: TwoRevisions,
        response: { 200: DifferencesAnswer },
      },
    },
    async (request, reply) => {
      const ids = idsOf(request.params);
      if (!maySee(signedIn(request), ids.owner)) return refuse(reply, 'not-yours');
      const [from, to] = [Number(request.query.from), Number(request.query.to)];
      const outcome = await store.read(async (records): Promise<Result<DifferencesAnswer, Refusal>> => {
        const place = await returnPlace(records, instruments, ids);
        if (!place) return failed({ code: 'not-found' });
        const rows = withoutRows(place.round);
        if (rows) return failed(rows);
        const content = async (number: number) => {
          const revision = await records.revisions.one(ids.round, ids.owner, number);
          return (
            revision?.content && asAsked(instruments, place.instrument, { ...revision, content: revision.content })
          );
        };
        const [earlier, later] = [await content(from), await content(to)];
        if (!earlier || !later) return failed({ code: 'not-found' });
        const differing = differences(earlier, later);
        return ok({
          ...{ from, to },
          differing: differing.map(({ row, field, theirs, mine }) => ({ row, field, from: theirs, to: mine })),
        });
      });
      return outcome.ok ? outcome.value : refuse(reply, outcome.failure.code, outcome.failure.details);
    },
  );
};
