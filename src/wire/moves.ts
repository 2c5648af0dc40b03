import { Type, type Static } from 'typebox';
import { problemCodes, type ProblemCode } from './problems.ts';
import { closed, Id, Instant, Reason, RevisionNumber, WireCell, WireReceipt, WireState } from './shapes.ts';

/** Why a return is withdrawn or reopened. */
export const ReasonRequest = Type.Object({ reason: Reason }, closed);
export type ReasonRequest = Static<typeof ReasonRequest>;

/** One step in the life of a return: who made it, when, and how the return stood afterwards. */
export const WireMove = Type.Object(
  {
    number: Type.Integer({ minimum: 1 }),
    at: Instant,
    /** As the person was named then; empty where that was not written down. */
    by: Type.String(),
    move: Type.Union([
      Type.Literal('start'),
      Type.Literal('submit'),
      Type.Literal('ask'),
      Type.Literal('settle'),
      Type.Literal('settle-last'),
      Type.Literal('accept'),
      Type.Literal('reopen'),
      Type.Literal('withdraw'),
    ]),
    state: WireState,
    /** Number of the latest revision; 0 when there was none. */
    revision: Type.Integer({ minimum: 0 }),
    /** Number of the revision that counted; absent when none did. */
    accepted: Type.Optional(Type.Integer({ minimum: 1 })),
    reason: Type.Optional(Type.String()),
  },
  closed,
);
export type WireMove = Static<typeof WireMove>;
export const MovesAnswer = Type.Object({ moves: Type.Array(WireMove) }, closed);
export type MovesAnswer = Static<typeof MovesAnswer>;

/** A revision without its content. */
export const WireRevisionHead = Type.Object(
  {
    number: Type.Integer({ minimum: 1 }),
    instrument: Type.String(),
    receipt: WireReceipt,
    /** The revision that its answers were based on; 0 for none. */
    basedOn: Type.Integer({ minimum: 0 }),
    /** Version of the add-in that sent it. */
    addIn: Type.String(),
    lateReason: Type.Optional(Type.String()),
  },
  closed,
);
export type WireRevisionHead = Static<typeof WireRevisionHead>;
export const RevisionsAnswer = Type.Object({ revisions: Type.Array(WireRevisionHead) }, closed);
export type RevisionsAnswer = Static<typeof RevisionsAnswer>;

/** The cells in which two revisions of a return differ, read as the round asks now. Blank is `null`. */
export const DifferencesAnswer = Type.Object(
  {
    from: Type.Integer({ minimum: 1 }),
    to: Type.Integer({ minimum: 1 }),
    differing: Type.Array(
      Type.Object({ row: Type.String(), field: Type.String(), from: WireCell, to: WireCell }, closed),
    ),
  },
  closed,
);
export type DifferencesAnswer = Static<typeof DifferencesAnswer>;

/** Accepts many returns of a round at once, each at the revision that was read. */
export const AcceptancesRequest = Type.Object(
  {
    returns: Type.Array(Type.Object({ owner: Id(20), revision: RevisionNumber }, closed), {
      minItems: 1,
      maxItems: 1000,
    }),
  },
  closed,
);
export type AcceptancesRequest = Static<typeof AcceptancesRequest>;

/** What became of each, in the order asked: accepted, or refused with its word. */
export const AcceptancesAnswer = Type.Object(
  {
    outcomes: Type.Array(
      Type.Object(
        {
          owner: Type.String(),
          revision: Type.Integer({ minimum: 1 }),
          accepted: Type.Boolean(),
          /** Why it was refused. */
          code: Type.Optional(
            Type.Unsafe<ProblemCode>(Type.Union(Object.keys(problemCodes).map((code) => Type.Literal(code)))),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type AcceptancesAnswer = Static<typeof AcceptancesAnswer>;
