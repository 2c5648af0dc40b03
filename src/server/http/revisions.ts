import { fingerprint, questionId, type Fingerprint } from '#core/ids.ts';
import { fixedRows, onceKey, type Instrument } from '#core/instrument/instrument.ts';
import { tallyOf } from '#core/measures/tally.ts';
import { failed, ok, type Result } from '#core/result.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import { differences } from '#core/returns/difference.ts';
import { untouched } from '#core/returns/return-head.ts';
import { fingerprintOf } from '#core/returns/fingerprint.ts';
import type { Circumstances } from '#core/returns/circumstances.ts';
import { isBlank } from '#core/returns/same-value.ts';
import { takingOf } from '#core/returns/taking.ts';
import { checkContent } from '#core/rules/check.ts';
import { openWarnings } from '#core/rules/explained.ts';
import { paths } from '#wire/paths.ts';
import { SubmitRequest, WireReceipt, WireRevision } from '#wire/shapes.ts';
import type { Owner, Person } from '../store/people.ts';
import type { RevisionHead } from '../store/revisions.ts';
import type { RoundRecord } from '../store/rounds.ts';
import type { Records } from '../store/store.ts';
import type { App, Given } from './app.ts';
import { wireReceipt, wireRevision, wireRound } from './as-wire.ts';
import { circumstancesOf, circumstancesOfTally } from './circumstances-of.ts';
import { misfit } from './content-fits.ts';
import { moveReturn } from './move-return.ts';
import { idsOf, ReturnPlace, returnPlace, RevisionPlace } from './places.ts';
import { refuse, type Refusal } from './problems.ts';
import { receiptNumber } from './receipt-number.ts';
import { maySee, maySubmit } from './rights.ts';
import { signedIn } from './signed-in.ts';

/** A whole cohort's rows at Excel's longest are larger than this; an honest return is a tenth of it. */
const largestSubmission = 8 * 1024 * 1024;

/** Revisions: submitting one, and reading one back. */
export const revisionRoutes = (app: App, { store, world, instruments }: Given): void => {
  app.post(
    paths.revisions(':round', ':owner'),
    {
      bodyLimit: largestSubmission,
      schema: {
        summary: 'Submit a revision',
        description: '201 the first time; 200 with the same receipt when the same key and content come again.',
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
        const theirs = await circumstancesOf(records, instruments, place, ids.owner);
        const circumstances = withSchoolsOf(person, theirs);
        const ofTally = await circumstancesOfTally(records, instruments, place);
        const given = { ...place, circumstances, ofTally, person };
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
        return found && wireRevision(found, place.owner.name);
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

interface Submission {
  readonly round: RoundRecord;
  readonly instrument: Instrument;
  readonly circumstances: Circumstances;
  /** In what its tally is made. */
  readonly ofTally: Circumstances;
  readonly owner: Owner;
  readonly person: Person;
  readonly sent: SubmitRequest;
  readonly now: string;
}

interface Submitted {
  readonly first: boolean;
  readonly receipt: WireReceipt;
}

/**
 * Takes a submission or says why not, in this order: is it a resend, does it hang together, does the round take it, is it
 * based on what stands, are its questions known, do the rules agree. A resend gets its receipt even when the round has
 * closed since, asks a newer version or holds a newer revision: it was taken then.
 */
const submit = async (records: Records, submission: Submission): Promise<Result<Submitted, Refusal>> => {
  const { round, instrument, circumstances, owner, person, sent, now } = submission;
  const print = (of: string) =>
    fingerprintOf({ instrument: of, round: round.id, owner: owner.owner, content: sent.content });
  const before = await records.revisions.byKey(round.id, owner.owner, sent.key);
  if (before) return resent(before, sent, print(before.instrument), owner);
  const detail = misfit(instrument, sent.content);
  if (detail) return failed({ code: 'invalid-request', details: { detail } });
  if (print(round.instrument) !== sent.fingerprint) return failed({ code: 'fingerprint-wrong' });
  const record = await records.returns.one(round.id, owner.owner);
  const taking = takingOf(wireRound(round, now), record ?? untouched, now);
  if (taking === 'closed') return failed({ code: 'round-closed' });
  if (taking === 'late' && sent.late === undefined) return failed({ code: 'late-reason' });

  const stale = await staleness(records, submission);
  if (stale) return failed(stale);
  const asked = await records.questions.ofReturn(round.id, owner.owner);
  const unknown = sent.replies.findIndex(({ question }) => !asked.some(({ id }) => id === question));
  if (unknown >= 0) return failed({ code: 'invalid-request', details: { detail: `/replies/${unknown}/question` } });

  const found = checkContent(instrument, circumstances, sent.content);
  const unexplained = openWarnings(found, sent.content.explanations);
  const issues = found.filter((issue) => issue.severity === 'error' || unexplained.includes(issue));
  if (issues.length > 0) return failed({ code: 'issues', details: { issues } });

  const moved = await moveReturn(records, { round: round.id, owner: owner.owner }, 'submit', {
    ...{ person, as: 'owner', now },
  });
  if (!moved) return failed({ code: 'state' });
  const number = moved.latest;
  const head: RevisionHead = {
    owner: owner.owner,
    round: round.id,
    number,
    key: sent.key,
    fingerprint: fingerprint(sent.fingerprint),
    instrument: round.instrument,
    basedOn: sent.basedOn,
    receipt: receiptNumber(owner.owner, round.id, number, fingerprint(sent.fingerprint)),
    at: now,
    person: person.id,
    personName: person.name,
    addIn: sent.addIn,
    lateReason: taking === 'late' ? sent.late : undefined,
    counts: {
      ...filled(instrument, sent.content),
      explained: found.filter((issue) => issue.severity === 'warning').length,
    },
  };
  await records.revisions.add({ ...head, content: sent.content });
  await records.tallies.add(round.id, owner.owner, number, tallyOf(instrument, submission.ofTally, sent.content));
  for (const { question, text } of sent.replies) {
    const said = asked.find(({ id }) => id === question)?.remarks.filter(({ from }) => from === 'owner');
    if (said?.at(-1)?.text === text) continue;
    const remark = { id: sent.key, from: 'owner', text, by: person.name, at: now } as const;
    await records.questions.say(round.id, owner.owner, questionId(question), remark);
  }
  return ok({ first: true, receipt: wireReceipt(head, owner.name) });
};

/** `print` is the fingerprint that the content has in the version that the revision was made with. */
const resent = (
  before: RevisionHead,
  sent: SubmitRequest,
  print: Fingerprint,
  owner: Owner,
): Result<Submitted, Refusal> => {
  if (print !== sent.fingerprint)
    return failed({ code: before.fingerprint === print ? 'fingerprint-wrong' : 'key-reused' });
  return before.fingerprint === print
    ? ok({ first: false, receipt: wireReceipt(before, owner.name) })
    : failed({ code: 'key-reused' });
};

/** The refusal of a submission that is not based on the latest revision, with what differs from that one. */
const staleness = async (
  { returns, revisions }: Records,
  { round, owner, sent }: Submission,
): Promise<Refusal | undefined> => {
  const number = (await returns.one(round.id, owner.owner))?.latest ?? 0;
  if (number === sent.basedOn) return undefined;
  const latest = await revisions.one(round.id, owner.owner, number);
  if (!latest) return { code: 'conflict', details: { differing: [] } };
  return {
    code: 'conflict',
    details: {
      latest: { revision: latest.number, by: latest.personName, at: latest.at },
      differing: [...differences(latest.content, sent.content)],
    },
  };
};

/** An open table has as many rows as are answered; what is asked once is no row of it, but its cells count. */
const filled = (instrument: Instrument, { rows }: ReturnContent) => {
  const cells = rows.map(({ key, values }) => ({
    inTable: key !== onceKey,
    filled: Object.values(values).filter((value) => !isBlank(value)).length,
  }));
  const rowsAnswered = cells.filter(({ inTable, filled }) => inTable && filled > 0).length;
  return {
    rowsAnswered,
    rows: instrument.rows.kind === 'open' ? rowsAnswered : fixedRows(instrument).length,
    cells: cells.reduce((sum, { filled }) => sum + filled, 0),
  };
};
