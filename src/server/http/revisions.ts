import { questionId } from '#core/ids.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { tallyOf } from '#core/measures/tally.ts';
import { failed, type Result } from '#core/result.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { countsOf } from '#core/returns/counts.ts';
import { differences } from '#core/returns/difference.ts';
import { fingerprintOf } from '#core/returns/fingerprint.ts';
import { checkContent } from '#core/rules/check.ts';
import { openWarnings } from '#core/rules/explained.ts';
import { paths } from '#wire/paths.ts';
import { SubmitRequest, WireReceipt, WireRevision } from '#wire/shapes.ts';
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
      const outcome = await store.write(async (records): Promise<Result<Submitted, Refusal>> => {
        const place = await returnPlace(records, instruments, ids);
        if (!place) return failed({ code: 'not-found' });
        if (place.round.detail === 'tally') return failed({ code: 'tally-only' });
        const theirs = await circumstancesOf(records, instruments, place, ids.owner);
        const circumstances = withSchoolsOf(person, theirs);
        const ofTally = await circumstancesOfTally(records, instruments, place);
        const { content } = request.body;
        const print = (instrument: string) =>
          fingerprintOf({ instrument, round: ids.round, owner: ids.owner, content });
        const given = { ...place, circumstances, ofTally, person, print };
        return await submit(records, { ...given, sent: request.body, now: world.now() });
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
  readonly sent: SubmitRequest;
}

/**
 * Takes a submission or says why not, in this order: is it a resend, does it hang together, does the round take it, is it
 * based on what stands, are its questions known, do the rules agree.
 */
const submit = async (records: Records, submission: Submission): Promise<Result<Submitted, Refusal>> => {
  const { round, instrument, circumstances, owner, person, sent, now } = submission;
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

  const found = checkContent(instrument, circumstances, sent.content);
  const unexplained = openWarnings(found, sent.content.explanations);
  const issues = found.filter((issue) => issue.severity === 'error' || unexplained.includes(issue));
  if (issues.length > 0) return failed({ code: 'issues', details: { issues } });

  const explained = found.filter((issue) => issue.severity === 'warning').length;
  const taken = await takeIn(records, submission, {
    content: sent.content,
    counts: { ...countsOf(instrument, sent.content), explained },
    tally: tallyOf(instrument, submission.ofTally, sent.content),
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
