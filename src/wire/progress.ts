import { Type, type Static } from 'typebox';
import { closed, Id, Instant, WireReturnLine, WireRound, WireState } from './shapes.ts';

const Count = Type.Integer({ minimum: 0 });

/** The chase list of a round: whose return is how far, whose turn it is, and for how many days it has been. */
export const ProgressAnswer = Type.Object(
  {
    round: WireRound,
    /** The instant that this tells of. */
    at: Instant,
    /** Of all owners the person sees, whatever was filtered. Those by state add up to `enlisted`. */
    counts: Type.Object(
      {
        enlisted: Count,
        notStarted: Count,
        started: Count,
        submitted: Count,
        questioned: Count,
        accepted: Count,
        reopened: Count,
        withdrawn: Count,
        /** Owners with a revision that counts, whatever their state. */
        counting: Count,
      },
      closed,
    ),
    lines: Type.Array(
      Type.Object(
        {
          owner: Id(20),
          name: Type.String(),
          state: WireState,
          turn: WireReturnLine.properties.turn,
          /** Whole days since the last move; since the round opened where there was none. Absent when nobody is waited for. */
          daysWaiting: Type.Optional(Count),
          movedAt: Type.Optional(Instant),
          openQuestions: Count,
          revision: Count,
          accepted: Type.Optional(Type.Integer({ minimum: 1 })),
          /** The year groups that the round expected and the latest revision has no pupils of; absent when there are none. */
          yearsMissing: Type.Optional(WireRound.properties.yearGroups),
        },
        closed,
      ),
    ),
    /** For `after` of the next page; absent on the last. */
    next: Type.Optional(Type.String()),
  },
  closed,
);
export type ProgressAnswer = Static<typeof ProgressAnswer>;
