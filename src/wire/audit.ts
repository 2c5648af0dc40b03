import { Type, type Static } from 'typebox';
import { closed, Instant } from './shapes.ts';

/** One act of a log; who and why are absent once they are purged. */
export const WireAuditEntry = Type.Object(
  {
    number: Type.Integer({ minimum: 1 }),
    at: Instant,
    act: Type.String(),
    /** Ids of what it was done to. */
    about: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
    by: Type.Optional(Type.String()),
    reason: Type.Optional(Type.String()),
    hash: Type.String(),
  },
  closed,
);
export type WireAuditEntry = Static<typeof WireAuditEntry>;

/** A page of a log; `next` is `after` of the next page, absent on the last. */
export const AuditAnswer = Type.Object(
  { entries: Type.Array(WireAuditEntry), next: Type.Optional(Type.Integer()) },
  closed,
);
export type AuditAnswer = Static<typeof AuditAnswer>;

const Count = Type.Integer({ minimum: 0 });

/** A hash of the log of acts: SHA-256 in hex. */
export const AuditHash = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** A checkpoint, known again by the hash that somebody wrote down. */
export const WireCheckpoint = Type.Object(
  { number: Type.Integer({ minimum: 1 }), at: Instant, hash: AuditHash },
  closed,
);
export type WireCheckpoint = Static<typeof WireCheckpoint>;

/** What going through the whole log of acts came to. It holds together where there are neither faults nor broken checkpoints. */
export const AuditVerification = Type.Object(
  {
    /** When it was begun: what was written down since may be in it or not. */
    at: Instant,
    logs: Count,
    entries: Count,
    checkpoints: Count,
    /** The last one; absent before the first. */
    last: Type.Optional(WireCheckpoint),
    /** The first fault of each log that has one, by log. */
    faults: Type.Array(
      Type.Object(
        {
          log: Type.String(),
          number: Type.Integer(),
          kind: Type.Union([
            Type.Literal('gap'),
            Type.Literal('broken-link'),
            Type.Literal('changed'),
            Type.Literal('detail-changed'),
            Type.Literal('not-as-anchored'),
          ]),
        },
        closed,
      ),
    ),
    /** Numbers of checkpoints that are not what was written, or saw other logs. */
    brokenCheckpoints: Type.Array(Type.Integer()),
  },
  closed,
);
export type AuditVerification = Static<typeof AuditVerification>;
