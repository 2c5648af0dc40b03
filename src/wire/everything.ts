import { Type, type Static, type TSchema } from 'typebox';
import { WireAuditEntry } from './audit.ts';
import { WireMove, WireRevisionHead } from './moves.ts';
import { WireMember } from './people.ts';
import { SchoolAnswer, WireSchool } from './register.ts';
import { WireCertificate } from './retention.ts';
import { closed, Id, Instant, WireCell, WireContent, WireQuestion, WireReturnLine, WireRound } from './shapes.ts';
import { WireTallied } from './tallied.ts';

const orNone = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);

/** What held from one instant to another: since before it was written down where there is no `since`, still where no `until`. */
const span = { since: orNone(Instant), until: orNone(Instant) } as const;

/** How an owner stood before, as it is kept so that any day can be asked about; `null` says that there is none. */
const WireEarlier = Type.Object(
  {
    knownSince: orNone(Instant),
    /** What its entry in the register said `until` it was changed; of other owners than schools, its name. */
    entries: Type.Array(
      Type.Object({ until: Instant, ...Type.Omit(WireSchool, ['urn', 'enlisted', 'mentor']).properties }, closed),
    ),
    tookPart: Type.Array(Type.Object(span, closed)),
    /** Of a school, by whom; of a mentor, which schools. */
    lookedAfter: Type.Array(Type.Object({ mentor: Id(20), school: Id(20), ...span }, closed)),
    successors: Type.Array(
      Type.Object(
        {
          successor: Id(20),
          until: Instant,
          name: orNone(Type.String()),
          since: orNone(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
);

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
    earlier: WireEarlier,
    /** Who fills its returns. Of access codes there are ids and dates: the codes themselves are kept nowhere. */
    people: Type.Array(WireMember),
    returns: Type.Array(
      Type.Object(
        {
          round: WireRound,
          line: WireReturnLine,
          moves: Type.Array(WireMove),
          questions: Type.Array(WireQuestion),
          /** Who was to answer them and how they were settled, `until` that was changed. */
          earlierQuestions: Type.Array(
            Type.Object(
              {
                question: Id(40),
                until: Instant,
                assignee: orNone(Type.String()),
                settledAt: orNone(Instant),
                settledBy: orNone(Type.String()),
                settledValue: WireCell,
              },
              closed,
            ),
          ),
          revisions: Type.Array(
            Type.Object(
              {
                ...WireRevisionHead.properties,
                /** Which expected year groups it had no pupils of. */
                yearsMissing: Type.Optional(WireRound.properties.yearGroups),
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
