import type { Instant, OwnerId, RoundId } from '#core/ids.ts';
import type { EverythingAnswer } from '#wire/everything.ts';
import { programmeLog } from '../store/audit.ts';
import type { Records } from '../store/store.ts';
import { wireEntry } from './audit.ts';
import {
  wireCertificate,
  wireLine,
  wireMember,
  wireMove,
  wireQuestion,
  wireRevision,
  wireRevisionHead,
  wireRound,
} from './as-wire.ts';
import { schoolAnswer } from './register-wire.ts';

type Return = EverythingAnswer['returns'][number];

/**
 * What is held about an owner but for what its revisions hold, of which there are the numbers, and for the programme's
 * log, of which there is the number of the last entry.
 */
export interface Held extends Omit<EverythingAnswer, 'returns' | 'programmeActs'> {
  readonly programmeUntil: number;
  readonly returns: readonly (Omit<Return, 'revisions'> & { readonly revisions: readonly number[] })[];
}

/** As at one moment; `undefined` when there is no such owner. */
export const heldAbout = async (records: Records, id: OwnerId, at: Instant): Promise<Held | undefined> => {
  const owner = await records.people.owner(id);
  if (!owner) return undefined;
  const school = owner.kind === 'school' ? await records.register.one(id) : undefined;
  const people = [];
  for (const person of await records.people.ofOwner(id)) {
    people.push(wireMember(person, await records.codes.all(person.id), at));
  }
  const rounds = new Map((await records.rounds.all()).map((round) => [round.id, round]));
  const [returns, certificates]: [Held['returns'][number][], Held['certificates']] = [[], []];
  for (const record of await records.returns.many([id])) {
    const round = rounds.get(record.round);
    if (!round) continue;
    const questions = await records.questions.ofReturn(round.id, id);
    const latest = await records.revisions.one(round.id, id, record.latest);
    returns.push({
      round: wireRound(round, at),
      line: wireLine(round, owner, record, questions.filter(({ settled }) => !settled).length),
      moves: (await records.returns.moves(round.id, id)).map(wireMove),
      questions: questions.map((question) => wireQuestion(question, latest?.content)),
      earlierQuestions: await records.earlier.questions(round.id, id),
      revisions: (await records.revisions.heads(round.id, id)).map(({ number }) => number),
    });
    const certificate = await records.retention.certificate(round.id);
    if (certificate) {
      certificates.push(
        wireCertificate({ ...certificate, returns: certificate.returns.filter((one) => one.owner === id) }),
      );
    }
  }
  return {
    at,
    owner: { id, kind: owner.kind, name: owner.name },
    ...(school ? { register: await schoolAnswer(records.register, school) } : {}),
    earlier: await records.earlier.ofOwner(id),
    people,
    returns,
    acts: (await records.audit.entries(id)).map(wireEntry),
    certificates,
    programmeUntil: (await records.audit.heads([programmeLog])).get(programmeLog)?.number ?? 0,
  };
};

/** One of its revisions with all it holds; `undefined` when there is none of that number. */
export const heldRevision = async (
  records: Records,
  place: { readonly round: RoundId; readonly owner: OwnerId; readonly number: number },
  ownerName: string,
): Promise<Return['revisions'][number] | undefined> => {
  const revision = await records.revisions.one(place.round, place.owner, place.number);
  if (!revision) return undefined;
  const tally = await records.tallies.of(revision);
  const { content, tallied } = wireRevision(revision, ownerName, tally);
  return {
    ...wireRevisionHead(revision, ownerName),
    ...(revision.yearsMissing ? { yearsMissing: [...revision.yearsMissing] } : {}),
    ...(content ? { content } : {}),
    ...(tallied ? { tallied } : {}),
    ...(tally && !tallied ? { tally: { definition: tally.definition, sums: [...tally.sums] } } : {}),
  };
};
