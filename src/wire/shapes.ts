import { Type, type Static } from 'typebox';
import type { Instrument } from '#core/instrument/instrument.ts';
import { WireCounts, WireTallied } from './tallied.ts';

/**
 * What travels between pane and server. Every object is closed: unknown members are refused.
 * Text limits are Excel's own (32,767 characters a cell) unless said otherwise.
 */
export const closed = { additionalProperties: false } as const;

export const WireCell = Type.Union([Type.String({ maxLength: 32767 }), Type.Number(), Type.Boolean(), Type.Null()]);
export const Id = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$' });
export const Key = Type.String({ minLength: 1, maxLength: 64 });
export const Instant = Type.String({ minLength: 20, maxLength: 30 });
/** Words of a person that are kept as text: no NUL, which databases cut off at or refuse. */
export const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000]*$' });
/** Why somebody does something; blanks are no reason. */
export const Reason = Type.String({
  minLength: 1,
  maxLength: 2000,
  pattern: '^[^\\u0000]*[^\\u0000\\s][^\\u0000]*$',
});
/** The number of a revision, as large as databases keep it. */
export const RevisionNumber = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
export const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });

export const WirePerson = Type.Object(
  {
    role: Type.Union([Type.Literal('school'), Type.Literal('mentor'), Type.Literal('project-team')]),
    /** As shown: a school's name, a mentor's name, "Project team". */
    name: Type.String(),
    /** The owner this person fills returns for; of a project team the programme, and absent where that has no returns. */
    owner: Type.Optional(Id(20)),
    /** What `school` fields offer her: a mentor the schools she looks after, a project team with an owner all. Else absent. */
    schools: Type.Optional(Type.Array(Type.Object({ owner: Id(20), name: Type.String() }, closed))),
  },
  closed,
);
export type WirePerson = Static<typeof WirePerson>;

export const SignInRequest = Type.Object({ code: Type.String({ minLength: 1, maxLength: 64 }) }, closed);
export type SignInRequest = Static<typeof SignInRequest>;

export const SignInAnswer = Type.Object({ token: Type.String(), expires: Instant, person: WirePerson }, closed);
export type SignInAnswer = Static<typeof SignInAnswer>;

/** Who is signed in, and until when. */
export const SessionAnswer = Type.Object({ expires: Instant, person: WirePerson }, closed);
export type SessionAnswer = Static<typeof SessionAnswer>;

export const WireRound = Type.Object(
  {
    id: Id(20),
    title: Type.String(),
    instrument: Type.String(),
    academicYear: Type.String({ pattern: '^[0-9]{6}$' }),
    opens: Instant,
    closes: Type.Optional(Instant),
    /** Whether its time has come and not gone, by the server's clock. */
    open: Type.Boolean(),
    /** After it has closed, returns are still taken, with a reason. */
    late: Type.Boolean(),
    /** What leaves the school: every row, or tallies only. */
    detail: Type.Union([Type.Literal('pupil'), Type.Literal('tally')], {
      description:
        'With `tally` no row of a pupil leaves the school. Then there are no questions on cells, nothing is checked again, no other version or measure can be worked out, and neither a sheet nor a later round is filled with answers.',
    }),
    /** The year groups expected; none when it does not matter. */
    yearGroups: Type.Array(Type.Integer({ minimum: 0, maximum: 14 })),
    /** Until when what came in is kept; absent when that is not decided. */
    keepUntil: Type.Optional(Instant),
    /** What of tallies stays when the round is purged: that of `each` return, which is usual, or only their `sum`. */
    keepTallies: Type.Optional(Type.Union([Type.Literal('each'), Type.Literal('sum')])),
    /** When what was collected about pupils was purged; the round then takes nothing more. */
    purged: Type.Optional(Instant),
  },
  closed,
);
export type WireRound = Static<typeof WireRound>;
export const RoundsAnswer = Type.Object({ rounds: Type.Array(WireRound) }, closed);
export type RoundsAnswer = Static<typeof RoundsAnswer>;

/** A definition as it stands on the server; whoever gets one checks it with `loadInstrument` before using it. */
export const WireInstrument = Type.Unsafe<Instrument>(Type.Object({ id: Type.String(), version: Type.Integer() }));

export const WireState = Type.Union([
  Type.Literal('not-started'),
  Type.Literal('in-progress'),
  Type.Literal('submitted'),
  Type.Literal('questioned'),
  Type.Literal('accepted'),
  Type.Literal('reopened'),
  Type.Literal('withdrawn'),
]);
export type WireState = Static<typeof WireState>;

/** One line of a list of returns: whose, how far, whose turn. */
export const WireReturnLine = Type.Object(
  {
    round: Id(20),
    owner: Id(20),
    ownerName: Type.String(),
    state: WireState,
    /** Number of the latest revision; 0 when there is none. */
    revision: Type.Integer({ minimum: 0 }),
    submittedAt: Type.Optional(Instant),
    /** Number of the revision that counts; absent when none is accepted. */
    accepted: Type.Optional(Type.Integer({ minimum: 1 })),
    openQuestions: Type.Integer({ minimum: 0 }),
    /** Reopened since it was last accepted: it is taken although the round has closed. */
    reopened: Type.Boolean(),
    turn: Type.Union([Type.Literal('school'), Type.Literal('mentor'), Type.Literal('nobody')]),
  },
  closed,
);
export type WireReturnLine = Static<typeof WireReturnLine>;
export const ReturnsAnswer = Type.Object(
  {
    returns: Type.Array(WireReturnLine),
    /** For `after` of the next page; absent on the last. */
    next: Type.Optional(Type.String()),
  },
  closed,
);
export type ReturnsAnswer = Static<typeof ReturnsAnswer>;

export const WireAnswerRow = Type.Object({ key: Key, values: Type.Record(Key, WireCell) }, closed);
export const WireExplanation = Type.Object(
  { row: Key, field: Key, rule: Key, value: WireCell, text: Type.String({ minLength: 1, maxLength: 2000 }) },
  closed,
);
export const WireContent = Type.Object(
  {
    rows: Type.Array(WireAnswerRow, { maxItems: 20000 }),
    explanations: Type.Array(WireExplanation, { maxItems: 5000 }),
  },
  closed,
);
export type WireContent = Static<typeof WireContent>;

export const WireReply = Type.Object({ question: Id(40), text: Words(2000) }, closed);

export const SubmitRequest = Type.Object(
  {
    /** Made by the client before the first sending; a resend carries the same one. */
    key: Id(40),
    fingerprint: Hash,
    /** Number of the revision that the answers were based on; 0 for the first. */
    basedOn: Type.Integer({ minimum: 0 }),
    content: WireContent,
    replies: Type.Array(WireReply, { maxItems: 500 }),
    /** Why it comes after the round has closed; asked for where a round takes late returns. */
    late: Type.Optional(Reason),
    /** Version of the add-in that sends, for the record. */
    addIn: Words(40),
  },
  closed,
);
export type SubmitRequest = Static<typeof SubmitRequest>;

export const WireReceipt = Type.Object(
  {
    /** Readable and unique, e.g. `999001-SR-200809-R1-4K7Q`. */
    number: Type.String(),
    round: Id(20),
    owner: Id(20),
    ownerName: Type.String(),
    revision: Type.Integer({ minimum: 1 }),
    at: Instant,
    /** Who submitted, as the person is named. */
    by: Type.String(),
    fingerprint: Hash,
    counts: WireCounts,
  },
  closed,
);
export type WireReceipt = Static<typeof WireReceipt>;

/** Something said to a question by the owner or by one who reads the return. */
export const WireRemark = Type.Object(
  {
    id: Id(40),
    from: Type.Union([Type.Literal('owner'), Type.Literal('reviewer')]),
    text: Type.String(),
    by: Type.String(),
    at: Instant,
  },
  closed,
);
export type WireRemark = Static<typeof WireRemark>;

export const WireQuestion = Type.Object(
  {
    id: Id(40),
    row: Key,
    field: Key,
    text: Type.String({ minLength: 1, maxLength: 2000 }),
    /** The revision it was asked of, and the value the cell had then. */
    revision: Type.Integer({ minimum: 1 }),
    value: WireCell,
    by: Type.String(),
    at: Instant,
    /** What was said to it since, in order. */
    remarks: Type.Array(WireRemark),
    /** Who is to answer, by name, where somebody said so. */
    assignee: Type.Optional(Type.String()),
    settledAt: Type.Optional(Instant),
    settledBy: Type.Optional(Type.String()),
    /** The cell holds another value in the latest revision than when the question was settled. */
    changedSinceSettled: Type.Boolean(),
  },
  closed,
);
export type WireQuestion = Static<typeof WireQuestion>;

export const WireRevision = Type.Object(
  {
    number: Type.Integer({ minimum: 1 }),
    /** The version of the instrument that it was made with, such as `…@1`; the round may ask a newer one by now. */
    instrument: Type.String(),
    receipt: WireReceipt,
    /** Why it came after the round had closed. */
    lateReason: Type.Optional(Type.String()),
    /** Absent where the round takes tallies only, or was purged. */
    content: Type.Optional(WireContent),
    /** What came in instead, where the round takes tallies only. */
    tallied: Type.Optional(WireTallied),
  },
  closed,
);
export type WireRevision = Static<typeof WireRevision>;

/**
 * Everything about one return; `latest` absent when nothing was submitted. Then `before` holds what the owner had
 * accepted last in an earlier round (by its title), in the version of the instrument that it was given in.
 */
export const ReturnAnswer = Type.Object(
  {
    line: WireReturnLine,
    round: WireRound,
    latest: Type.Optional(WireRevision),
    /** While it is reopened or withdrawn: who did that, when and why. */
    because: Type.Optional(Type.Object({ by: Type.String(), at: Instant, reason: Type.String() }, closed)),
    before: Type.Optional(
      Type.Object({ round: Type.String(), instrument: Type.String(), content: WireContent }, closed),
    ),
    questions: Type.Array(WireQuestion),
  },
  closed,
);
export type ReturnAnswer = Static<typeof ReturnAnswer>;

/**
 * What the rules of a return look at beyond it, as the endpoint checks with it: `yearGroups`, those that the round expects
 * now; `before`, the rows accepted last, in the version `instrument`; `others`, the owner's latest revision of each other instrument of the academic year. What the
 * rules do not ask for is absent.
 */
export const CircumstancesAnswer = Type.Object(
  {
    instrument: Type.String(),
    yearGroups: Type.Optional(WireRound.properties.yearGroups),
    before: Type.Optional(Type.Array(WireAnswerRow)),
    others: Type.Array(
      Type.Object(
        { round: Id(20), opens: Instant, instrument: Type.String(), rows: Type.Array(WireAnswerRow) },
        closed,
      ),
    ),
  },
  closed,
);
export type CircumstancesAnswer = Static<typeof CircumstancesAnswer>;

export const AskRequest = Type.Object(
  {
    /** Made by the client: asking twice with one id is asking once. */
    id: Id(40),
    row: Key,
    field: Key,
    revision: RevisionNumber,
    text: Words(2000),
  },
  closed,
);
export type AskRequest = Static<typeof AskRequest>;

/** Accepts the revision the mentor has read; refused as `state` when it is no longer the latest. */
export const AcceptRequest = Type.Object({ revision: RevisionNumber }, closed);
export type AcceptRequest = Static<typeof AcceptRequest>;

/** What returns add up to, in the order of the definition's sums; see `core/measures/tally.ts`. */
const WireTally = Type.Object(
  {
    instrument: Type.String(),
    definition: Hash,
    returns: Type.Integer({ minimum: 0 }),
    sums: Type.Array(Type.Number()),
  },
  closed,
);

/** Every accepted return of a round, for the master workbook. */
export const ConsolidatedAnswer = Type.Object(
  {
    round: WireRound,
    at: Instant,
    enlisted: Type.Integer({ minimum: 0 }),
    returned: Type.Integer({ minimum: 0 }),
    accepted: Type.Integer({ minimum: 0 }),
    /** Everybody who took part, or had left with a return that counts; with content only where a revision is accepted. */
    owners: Type.Array(
      Type.Object(
        {
          owner: Id(20),
          name: Type.String(),
          state: WireState,
          accepted: Type.Optional(
            Type.Object(
              /** No content where the round takes tallies only, was purged, or no answers were asked for. */
              {
                revision: Type.Integer({ minimum: 1 }),
                receipt: Type.String(),
                content: Type.Optional(WireContent),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
    /** What the returns that count add up to, where there are no rows to work it out of. */
    tally: Type.Optional(WireTally),
    /** How many rows the returns that count have in all; told only where no answers were asked for. */
    rows: Type.Optional(Type.Integer({ minimum: 0 })),
    /** What `school` fields offer: the schools of the register; absent where the instrument has no such field. */
    schools: Type.Optional(Type.Array(Type.Object({ owner: Id(20), name: Type.String() }, closed))),
  },
  closed,
);
export type ConsolidatedAnswer = Static<typeof ConsolidatedAnswer>;

/** What all accepted returns of a round add up to. */
export const TallyAnswer = Type.Object(
  {
    at: Instant,
    tally: WireTally,
    /** Accepted returns that are not in it: they were tallied by another definition, and no rows are kept of them. */
    leftOut: Type.Integer({ minimum: 0 }),
  },
  closed,
);
export type TallyAnswer = Static<typeof TallyAnswer>;
