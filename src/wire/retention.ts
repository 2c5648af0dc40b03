import { Type, type Static } from 'typebox';
import { closed, Hash, Id, Instant, Reason, WireRound } from './shapes.ts';

const Count = Type.Integer({ minimum: 0 });

/** Purges what a round holds about pupils. Before its date only with a reason. */
export const PurgeRequest = Type.Object({ reason: Type.Optional(Reason) }, closed);
export type PurgeRequest = Static<typeof PurgeRequest>;

/** What went when a round was purged; see `core/retention/certificate.ts`. */
export const WireCertificate = Type.Object(
  {
    round: Id(20),
    title: Type.String(),
    instrument: Type.String(),
    academicYear: Type.String(),
    at: Instant,
    /** Who purged it, by name. */
    by: Type.String(),
    reason: Type.Optional(Type.String()),
    keepUntil: Type.Optional(Instant),
    keepTallies: Type.Union([Type.Literal('each'), Type.Literal('sum')]),
    returns: Type.Array(
      Type.Object(
        {
          owner: Id(20),
          name: Type.String(),
          revisions: Type.Array(
            Type.Object(
              {
                number: Type.Integer({ minimum: 1 }),
                /** Number of its receipt. */
                receipt: Type.String(),
                at: Instant,
                rows: Count,
                cells: Count,
                explained: Count,
                fingerprint: Hash,
              },
              closed,
            ),
          ),
          questions: Count,
          remarks: Count,
          /** Entries of the log of acts that do not say any more who it was and why. */
          acts: Count,
        },
        closed,
      ),
    ),
    /** Of all of the above; it stands in the log of acts as well. */
    hash: Hash,
  },
  closed,
);
export type WireCertificate = Static<typeof WireCertificate>;

/** Until when each round is kept, and whether it is due to be purged. */
export const RetentionAnswer = Type.Object(
  {
    at: Instant,
    rounds: Type.Array(
      Type.Object(
        {
          round: WireRound,
          /** Its date has passed and it is not purged. */
          due: Type.Boolean(),
          revisions: Count,
          /** Hash of the certificate of what went. */
          certificate: Type.Optional(Hash),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type RetentionAnswer = Static<typeof RetentionAnswer>;
