import { questionId } from '#core/ids.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { failed, type Result } from '#core/result.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { countsOf } from '#core/returns/counts.ts';
import { differences } from '#core/returns/difference.ts';
import { fingerprintOf } from '#core/returns/fingerprint.ts';
import { openWarnings } from '#core/rules/explained.ts';
import { yearsMissing } from '#core/rules/expected-years.ts';
import { paths } from '#wire/paths.ts';
import { SubmitRequest, WireReceipt, WireRevision } from '#wire/shapes.ts';
import { packContent } from '../store/content-blob.ts';
import type { Person } from '../store/people.ts';
import type { Records } from '../store/store.ts';
import type { App, Given } from './app.ts';
import { resent, takeIn, unacceptable, type Arrival, type Submitted } from './arrivals.ts';
import { wireRevision } from './as-wire.ts';
import { circumstancesOf, circumstancesOfTally } from './circumstances-of.ts';
import { misfit } from './content-fits.ts';
import { idsOf, ReturnPlace, returnPlace, RevisionPlace } from './places.ts';
import { refuse, type Refusal } from './problems.ts';
import { maySee, maySubmit } from './rights.ts';
import { signedIn } from './signed-in.ts';
import { tallierFor } from './tallier-for.ts';
import { workedOut, type WorkedOut } from './worked-out.ts';

/** A whole cohort's rows at Excel's longest are larger than this; an honest return is a tenth of it. */
export const largestSubmission = 8 * 1024 * 1024;

/** Revisions: submitting one, and reading one back. */
export const revisionRoutes = (app: App, { store, world, instruments }: Given): void => {
  app.post(
    paths.revisions(':round', ':owner'),
    {
      bodyLimit: largestSubmission,
      schema: {
        summary: 'Submit a revision',
        description:
          '201 the first time; 200 with the same receipt when the same key and content come again. A round of detail `tally` takes no rows: `tally-only`, and nothing of it is kept.',
        params: ReturnPlace,
        body: SubmitRequest,
        response: { 200: WireReceipt, 201: WireReceipt },
      },
    },
    async (request, reply) => {
      const person = signedIn(request);
      const ids = idsOf(request.params);
      if (!maySubmit(person, ids.owner)) return refuse(reply, 'not-yours');
      const { body: sent } = request;
      const worked = workedOut(sent.content, (instrument) =>
        fingerprintOf({ ...ids, instrument, content: sent.content }),
      );
      const known = async (records: Records) => {
        const place = await returnPlace(records, instruments, ids);
        if (!place) return undefined;
        const theirs = await circumstancesOf(records, instruments, place, ids.owner);
        const ofTally = await circumstancesOfTally(records, instruments, place);
        return { ...place, circumstances: withSchoolsOf(person, theirs), ofTally };
      };
      // What takes long is worked out before the transaction, which others would have to wait for or would meet.
      const before = await store.read(known);
      if (before && before.round.detail !== 'tally') workOut(worked, before, sent);
      const outcome = await store.write(async (records): Promise<Result<Submitted, Refusal>> => {
        const given = await known(records);
        if (!given) return failed({ code: 'not-found' });
        if (given.round.detail === 'tally') return failed({ code: 'tally-only' });
        const { print } = worked;
        return await submit(records, { ...given, person, worked, print, sent, now: world.now() });
      });
      if (!outcome.ok) return refuse(reply, outcome.failure.code, outcome.failure.details);
      return reply.code(outcome.value.first ? 201 : 200).send(outcome.value.receipt);
    },
  );

  app.get(
    paths.revision(':round', ':owner', ':number'),
    { schema: { summary: 'One revision', params: RevisionPlace, response: { 200: WireRevision } } },
    async (request, reply) => {
      const ids = idsOf(request.params);
      if (!maySee(signedIn(request), ids.owner)) return refuse(reply, 'not-yours');
      const answer = await store.read(async (records) => {
        const place = await returnPlace(records, instruments, ids);
        const found = place && (await records.revisions.one(ids.round, ids.owner, Number(request.params.number)));
        return found && wireRevision(found, place.owner.name, await records.tallies.of(found));
      });
      return answer ?? refuse(reply, 'not-found');
    },
  );
};

/** `school` fields offer a mentor the schools that she looks after and the project team all, as they do in the add-in. */
const withSchoolsOf = ({ role, schools }: Person, circumstances: Circumstances): Circumstances =>
  role !== 'school'
    ? { ...circumstances, schools: schools.map(({ owner, name }) => ({ id: owner, name })) }
    : circumstances;

interface Submission extends Arrival {
  readonly instrument: Instrument;
  readonly circumstances: Circumstances;
  /** In what its tally is made. */
  readonly ofTally: Circumstances;
  readonly worked: WorkedOut;
  readonly sent: SubmitRequest;
}

/**
 * Takes a submission or says why not, in this order: is it a resend, does it hang together, does the round take it, is it
 * based on what stands, are its questions known, do the rules agree.
 */
const submit = async (records: Records, submission: Submission): Promise<Result<Submitted, Refusal>> => {
  const { round, instrument, circumstances, owner, person, worked, sent, now } = submission;
  const before = await resent(records, submission);
  if (before) return before;
  const detail = misfit(instrument, sent.content);
  if (detail) return failed({ code: 'invalid-request', details: { detail } });
  const refusal = await unacceptable(records, submission, ({ content = nothing }) =>
    differences(content, sent.content),
  );
  if (refusal) return failed(refusal);
  const asked = await records.questions.ofReturn(round.id, owner.owner);
  const unknown = sent.replies.findIndex(({ question }) => !asked.some(({ id }) => id === question));
  if (unknown >= 0) return failed({ code: 'invalid-request', details: { detail: `/replies/${unknown}/question` } });

  const found = worked.issues(instrument, circumstances);
  const unexplained = openWarnings(found, sent.content.explanations);
  const issues = found.filter((issue) => issue.severity === 'error' || unexplained.includes(issue));
  if (issues.length > 0) return failed({ code: 'issues', details: { issues } });

  const explained = found.filter((issue) => issue.severity === 'warning').length;
  const taken = await takeIn(records, submission, {
    content: sent.content,
    counts: { ...countsOf(instrument, sent.content), explained },
    yearsMissing: yearsMissing(instrument, found),
    tally: worked.tally(tallierFor(instrument, submission.ofTally)),
  });
  if (!taken.ok) return taken;
  for (const { question, text } of sent.replies) {
    const said = asked.find(({ id }) => id === question)?.remarks.filter(({ from }) => from === 'owner');
    if (said?.at(-1)?.text === text) continue;
    const remark = { id: sent.key, from: 'owner', text, by: person.name, at: now } as const;
    await records.questions.say(round.id, owner.owner, questionId(question), remark);
  }
  return taken;
};

const nothing: ReturnContent = { rows: [], explanations: [] };

/** Works out beforehand what taking a submission will ask for, as far as it hangs together. */
const workOut = (
  worked: WorkedOut,
  given: Pick<Submission, 'round' | 'instrument' | 'circumstances' | 'ofTally'>,
  { content, fingerprint: sent }: SubmitRequest,
): void => {
  const { round, instrument, circumstances, ofTally } = given;
  if (misfit(instrument, content) !== undefined || worked.print(round.instrument) !== sent) return;
  worked.issues(instrument, circumstances);
  worked.tally(tallierFor(instrument, ofTally));
  packContent(content);
};
