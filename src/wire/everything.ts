import { Type, type Static } from 'typebox';
import { WireAuditEntry } from './audit.ts';
import { WireMove, WireRevisionHead } from './moves.ts';
import { WireMember } from './people.ts';
import { SchoolAnswer } from './register.ts';
import { WireCertificate } from './retention.ts';
import { closed, Id, Instant, WireContent, WireQuestion, WireReturnLine, WireRound } from './shapes.ts';
import { WireTallied } from './tallied.ts';

/** All that is held about one owner, in one document that is written as it is read. */
export const EverythingAnswer = Type.Object(
  {
    at: Instant,
    owner: Type.Object(
      {
        id: Id(20),
        kind: Type.Union([Type.Literal('school'), Type.Literal('mentor'), Type.Literal('programme')]),
        name: Type.String(),
      },
      closed,
    ),
    /** What the register knows of a school. */
    register: Type.Optional(SchoolAnswer),
    /** Who fills its returns. Of access codes there are ids and dates: the codes themselves are kept nowhere. */
    people: Type.Array(WireMember),
    returns: Type.Array(
      Type.Object(
        {
          round: WireRound,
          line: WireReturnLine,
          moves: Type.Array(WireMove),
          questions: Type.Array(WireQuestion),
          revisions: Type.Array(
            Type.Object(
              {
                ...WireRevisionHead.properties,
                content: Type.Optional(WireContent),
                tallied: Type.Optional(WireTallied),
                /** What its rows add up to, where that is kept. */
                tally: Type.Optional(
                  Type.Object({ definition: Type.String(), sums: Type.Array(Type.Number()) }, closed),
                ),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
    /** Its log of acts. */
    acts: Type.Array(WireAuditEntry),
    /** What stands about it or its people in the log of the programme; of a mentor's list of schools its own part alone. */
    programmeActs: Type.Array(WireAuditEntry),
    /** What was purged of it: of each certificate its own part; the hash is that of the whole. */
    certificates: Type.Array(WireCertificate),
  },
  closed,
);
export type EverythingAnswer = Static<typeof EverythingAnswer>;
