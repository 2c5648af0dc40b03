import type { Cell } from '#core/cell.ts';
import { cellsOf } from '#core/returns/difference.ts';
import type { Instant } from '#core/ids.ts';
import type { ReturnContent } from '#core/returns/content.ts';
import type { Round } from '#core/returns/round.ts';
import { sameValue } from '#core/returns/same-value.ts';
import { turnIn } from '#core/returns/states.ts';
import type { WireCode, WireMember } from '#wire/people.ts';
import type { WireMove, WireRevisionHead } from '#wire/moves.ts';
import type {
  WireContent,
  WirePerson,
  WireQuestion,
  WireReceipt,
  WireReturnLine,
  WireRevision,
  WireRound,
} from '#wire/shapes.ts';
import type { WireCertificate } from '#wire/retention.ts';
import type { WireTallied } from '#wire/tallied.ts';
import type { Certificate } from '#core/retention/certificate.ts';
import { holds, type Code } from '../store/codes.ts';
import type { Owner, Person } from '../store/people.ts';
import type { QuestionRecord } from '../store/questions.ts';
import type { MoveRecord, ReturnRecord } from '../store/returns.ts';
import type { RoundRecord } from '../store/rounds.ts';
import type { Revision, RevisionHead, SaidWithTally } from '../store/revisions.ts';
import type { KeptTally } from '../store/tallies.ts';
import { isOpen } from './places.ts';

export const wirePerson = ({ role, name, owner, schools }: Person): WirePerson => ({
  role,
  name,
  ...(owner === undefined ? {} : { owner }),
  ...(role === 'school' || owner === undefined ? {} : { schools: schools.map((school) => ({ ...school })) }),
});

/** A person as the project team sees her, with her codes as they stand at that instant. */
export const wireMember = (person: Person, codes: readonly Code[], now: Instant): WireMember => ({
  id: person.id,
  ...wirePerson(person),
  ...(person.endedAt === undefined ? {} : { ended: person.endedAt }),
  codes: codes.map((code) => wireCode(code, person, now)),
});

export const wireCode = (code: Code, { endedAt }: Person, now: Instant): WireCode => ({
  id: code.id,
  ...(code.madeAt === undefined ? {} : { made: code.madeAt }),
  ...(code.expires === undefined ? {} : { expires: code.expires }),
  ...(code.lastUsedAt === undefined ? {} : { lastUsed: code.lastUsedAt }),
  ...(code.revokedAt === undefined ? {} : { revoked: code.revokedAt }),
  once: code.once,
  holds: endedAt === undefined && holds(code, now),
});

export const wireRound = (round: RoundRecord, now: string): WireRound => ({
  ...round,
  yearGroups: [...round.yearGroups],
  open: isOpen(round, now),
});

/** The line of a return in lists; one without a record was never begun. */
export const wireLine = (
  round: Round,
  owner: Owner,
  record: ReturnRecord | undefined,
  openQuestions: number,
): WireReturnLine => ({
  round: round.id,
  owner: owner.owner,
  ownerName: owner.name,
  state: record?.state ?? 'not-started',
  revision: record?.latest ?? 0,
  ...(record?.submittedAt === undefined ? {} : { submittedAt: record.submittedAt }),
  ...(record?.accepted === undefined ? {} : { accepted: record.accepted }),
  openQuestions,
  reopened: record?.reopened ?? false,
  turn: turnIn(record?.state ?? 'not-started'),
});

export const wireReceipt = (head: RevisionHead, ownerName: string): WireReceipt => ({
  number: head.receipt,
  round: head.round,
  owner: head.owner,
  ownerName,
  revision: head.number,
  at: head.at,
  by: head.personName,
  fingerprint: head.fingerprint,
  counts: { ...head.counts },
});

/** The wire's types are those of parsed JSON and not read-only; nothing here writes to them. */
export const wireContent = (content: ReturnContent): WireContent => content as WireContent;

/** `tally` is the revision's own, to be told where nothing but it came in. */
export const wireRevision = (revision: Revision, ownerName: string, tally: KeptTally | undefined): WireRevision => ({
  number: revision.number,
  instrument: revision.instrument,
  receipt: wireReceipt(revision, ownerName),
  ...lateReason(revision),
  ...(revision.content ? { content: wireContent(revision.content) } : {}),
  ...(revision.said && tally ? { tallied: wireTallied(revision, revision.said, tally) } : {}),
});

const wireTallied = (
  { counts: { rowsAnswered, rows, cells } }: RevisionHead,
  { issues, explanations }: SaidWithTally,
  { definition, sums }: KeptTally,
): WireTallied => ({
  definition,
  sums: [...sums],
  counts: { rowsAnswered, rows, cells },
  issues: { ...issues },
  explanations: explanations.map((explanation) => ({ ...explanation })),
});

export const wireRevisionHead = (head: RevisionHead, ownerName: string): WireRevisionHead => ({
  number: head.number,
  instrument: head.instrument,
  receipt: wireReceipt(head, ownerName),
  basedOn: head.basedOn,
  addIn: head.addIn,
  ...lateReason(head),
});

const lateReason = ({ lateReason }: RevisionHead) => (lateReason === undefined ? {} : { lateReason });

export const wireMove = (made: MoveRecord): WireMove => ({
  number: made.number,
  at: made.at,
  by: made.personName,
  move: made.move,
  state: made.state,
  revision: made.latest,
  ...(made.accepted === undefined ? {} : { accepted: made.accepted }),
  ...(made.reason === undefined ? {} : { reason: made.reason }),
});

/** The wire's types are those of parsed JSON and not read-only; nothing here writes to them. */
export const wireCertificate = (certificate: Certificate): WireCertificate =>
  certificate as Certificate & WireCertificate;

/** A question beside the content that now stands: has its cell changed since it was settled? */
export const wireQuestion = (question: QuestionRecord, latest: ReturnContent | undefined): WireQuestion => ({
  id: question.id,
  row: question.row,
  field: question.field,
  text: question.text,
  revision: question.revision,
  value: question.value,
  by: question.by,
  at: question.at,
  remarks: question.remarks.map((remark) => ({ ...remark })),
  ...(question.assignee === undefined ? {} : { assignee: question.assignee }),
  ...(question.settled ? { settledAt: question.settled.at } : {}),
  ...(question.settled && question.settled.by !== '' ? { settledBy: question.settled.by } : {}),
  changedSinceSettled:
    question.settled !== undefined &&
    !sameValue(question.settled.value, cellIn(latest, question.row, question.field)),
});

/** What a cell of a content holds; blank is `null`. */
export const cellIn = (content: ReturnContent | undefined, row: string, field: string): Cell =>
  (content && cellsOf(content).get(row)?.[field]) ?? null;
